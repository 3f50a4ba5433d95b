# Means, ratios, shares and differences with the R package survey, on rows that are filtered before the design is made.
# Writes survey.json: the people, the rows and what survey makes of them.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "write-fixture.R"))
source(file.path(here, "clusters.R"))

set.seed(2024, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# People on two sides, each with their own level; a few have no conversation that is kept, or no value at all.
count <- 64
people <- data.frame(
  person = seq_len(count),
  side = ifelse(seq_len(count) %% 5 < 2, "a", "b"),
  conversations = sample(1:6, count, replace = TRUE),
  level = rnorm(count, 0, 14)
)
rows <- do.call(rbind, lapply(seq_len(count), function(i) {
  of <- rep(seq_len(people$conversations[i]), each = 3)
  data.frame(
    person = i,
    conversation = i * 100 + of,
    side = people$side[i],
    opener = rep(c(TRUE, TRUE, FALSE), people$conversations[i]),
    model = sample(c("p", "q", "r", "s"), length(of), replace = TRUE, prob = c(4, 3, 2, 1)),
    level = people$level[i]
  )
}))
size <- nrow(rows)
lift <- c(p = 0, q = 6, r = -9, s = 3)[rows$model] + ifelse(rows$side == "a", 4, 0) + ifelse(rows$opener, 0, 12)
rows$score <- as.integer(pmin(100, pmax(1, round(52 + rows$level + lift + rnorm(size, 0, 18)))))
rows$chosen <- as.integer(runif(size) < plogis(-0.8 + rows$level / 20 + lift / 15))
# In openers nobody has the one and everybody the other; elsewhere they vary.
rows$never <- ifelse(rows$opener, 0L, as.integer(runif(size) < 0.4))
rows$always <- 1L - rows$never
# Missing rows, and people whose every value is missing.
for (column in c("score", "chosen", "never", "always")) {
  rows[[column]][runif(size) < 0.08 | rows$person %in% c(7, 21)] <- NA
}
rows <- rows[!(rows$person %in% c(12, 40) & rows$opener), ]
rows$level <- NULL
people$level <- NULL
rownames(rows) <- NULL

cell <- function(column, keep = TRUE) {
  kept <- rows[rows$opener & keep & !is.na(rows[[column]]), ]
  kept$v <- kept[[column]]
  kept
}
# A ratio over one row per person, as the sums are kept: the same numbers must come out.
ratio_case <- function(kept) {
  sums <- data.frame(person = unique(kept$person))
  sums$x <- as.vector(table(kept$person)[as.character(sums$person)])
  sums$y <- as.vector(tapply(kept$v, kept$person, sum)[as.character(sums$person)])
  design <- svydesign(ids = ~person, weights = ~1, data = sums)
  m <- svyratio(~y, ~x, design)
  ci <- as.vector(confint(m, df = degf(design)))
  list(value = coef(m)[[1]], low = ci[1], high = ci[2], se = SE(m)[[1]], df = degf(design))
}

share_case <- function(kept) {
  design <- design_of(kept)
  m <- svymean(~v, design)
  logit <- as.vector(confint(svyciprop(~v, design, method = "logit")))
  delta <- as.vector(confint(svyciprop(~v, design, method = "xlogit")))
  beta <- as.vector(confint(svyciprop(~v, design, method = "beta")))
  list(
    value = coef(m)[[1]], se = SE(m)[[1]], df = degf(design),
    logit = list(low = logit[1], high = logit[2]),
    own = setNames(as.list(own_interval(kept, 0.95)), c("low", "high")),
    delta = list(low = delta[1], high = delta[2]),
    beta = list(low = beta[1], high = beta[2])
  )
}

# A mean on the scale from 1 to 100, along the logit of its place on it.
bounded_case <- function(kept) {
  design <- design_of(kept)
  m <- svymean(~v, design)
  ends <- bounded_ends(kept, c(1, 100))
  list(value = coef(m)[[1]], low = ends[1], high = ends[2], se = SE(m)[[1]], df = degf(design))
}

# The median, and the values that as large a share of rows do not exceed as its interval in shares says.
median_case <- function(kept) {
  design <- design_of(kept)
  quantile <- function(p) {
    if (p <= 0) return(min(kept$v))
    if (p >= 1) return(max(kept$v))
    as.vector(coef(svyquantile(~v, design, p, qrule = "math", ci = FALSE)))
  }
  value <- quantile(0.5)
  se <- max(SE(svymean(~I(as.numeric(v <= value)), design)), SE(svymean(~I(as.numeric(v < value)), design)))
  half <- qt(0.975, degf(design)) * se
  list(value = value, low = quantile(0.5 - half), high = quantile(0.5 + half), df = degf(design))
}

# Nobody or everybody: the exact binomial interval for as many answers as there are people.
boundary_case <- function(kept) {
  n <- length(unique(kept$person))
  ci <- as.vector(binom.test(mean(kept$v) * n, n)$conf.int)
  list(people = n, value = mean(kept$v), low = ci[1], high = ci[2], df = n - 1)
}

side <- function(column, name) cell(column, rows$side == name)
of_model <- function(column, name) cell(column, rows$model == name)
on <- function(column, model, side) cell(column, rows$model == model & rows$side == side)

pairs <- combn(c("p", "q", "r", "s"), 2, simplify = FALSE)
p_values <- sapply(pairs, function(pair) difference_case(of_model("score", pair[1]), of_model("score", pair[2]))$p)

write_fixture("survey", list(
  people = people,
  rows = rows,
  means = list(all = mean_case(cell("score")), a = mean_case(side("score", "a")), s = mean_case(of_model("score", "s"))),
  ratios = list(all = ratio_case(cell("score")), b = ratio_case(side("score", "b"))),
  shares = list(all = share_case(cell("chosen")), b = share_case(side("chosen", "b")), r = share_case(of_model("chosen", "r"))),
  bounded = list(all = bounded_case(cell("score")), a = bounded_case(side("score", "a")), s = bounded_case(of_model("score", "s"))),
  medians = list(all = median_case(cell("score")), a = median_case(side("score", "a")), s = median_case(of_model("score", "s"))),
  boundaries = list(never = boundary_case(cell("never")), always = boundary_case(side("always", "a"))),
  differences = list(
    disjoint = difference_case(side("score", "a"), side("score", "b")),
    overlapping = difference_case(of_model("score", "p"), of_model("score", "q")),
    nested = difference_case(side("score", "a"), cell("score")),
    shares_disjoint = difference_case(side("chosen", "a"), side("chosen", "b")),
    shares_overlapping = difference_case(of_model("chosen", "p"), of_model("chosen", "q"))
  ),
  within = list(
    score = within_case(of_model("score", "p"), of_model("score", "q"))
  ),
  rare = list(
    disjoint = rare_case(on("chosen", "r", "a"), on("chosen", "r", "b")),
    overlapping = rare_case(on("chosen", "q", "a"), on("chosen", "s", "a")),
    nobody = rare_case(side("never", "a"), side("chosen", "b")),
    everybody = rare_case(side("always", "b"), on("chosen", "s", "a")),
    within = rare_within_case(of_model("chosen", "q"), of_model("chosen", "r"))
  ),
  adjusted = list(
    pairs = do.call(rbind, pairs),
    p = p_values,
    q = p.adjust(p_values, method = "BH")
  )
))

# Whether several groups differ at all: W by regTermTest of the R package survey and by oneway.test, F for groups that share
# people and p by permutations of people written out plainly, slopes by svycontrast, each group against the rest. Writes
# verdicts.json: the people, the rows and what R makes of them.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "write-fixture.R"))
source(file.path(here, "clusters.R"))
set.seed(1951, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# People of four ages with conversations about some of five topics; later turns are there to be left out.
count <- 90
people <- data.frame(
  person = seq_len(count),
  age = sample(0:3, count, replace = TRUE, prob = c(3, 2, 4, 2)),
  conversations = sample(2:6, count, replace = TRUE),
  level = rnorm(count, 0, 11)
)
rows <- do.call(rbind, lapply(seq_len(count), function(i) {
  of <- rep(seq_len(people$conversations[i]), each = 3)
  topic <- sample(0:4, people$conversations[i], replace = TRUE, prob = c(5, 4, 3, 3, 2))
  data.frame(person = i, conversation = i * 10 + of, age = people$age[i], topic = topic[of],
             opener = rep(c(TRUE, TRUE, FALSE), people$conversations[i]))
}))
size <- nrow(rows)
lift <- c(0, 3, 2, 7)[rows$age + 1] + c(0, -3, 2, 0, 4)[rows$topic + 1] + ifelse(rows$opener, 0, 9 + 6 * (rows$topic == 1))
rows$score <- as.integer(pmin(100, pmax(1, round(55 + people$level[rows$person] + lift + rnorm(size, 0, 16)))))
rows$chosen <- as.integer(runif(size) < plogis(-0.8 + people$level[rows$person] / 15 + lift / 10))
for (column in c("score", "chosen")) rows[[column]][runif(size) < 0.08 | rows$person %in% c(7, 21)] <- NA
# Three openers each, of people who answered all three or none.
rows$even <- rows$score
place <- ave(seq_len(size), rows$person, rows$opener, FUN = seq_along)
few <- names(which(tapply(rows$opener, rows$person, sum) < 3))
rows$even[(rows$opener & place > 3) | rows$person %in% c(few, 3, 33)] <- NA
rows$even[rows$opener & place <= 3 & !(rows$person %in% c(few, 3, 33)) & is.na(rows$even)] <- 50L
# One of three turns, so that everybody who answered is in all of them.
rows$turn <- (place - 1) %% 3
people$level <- NULL
rownames(rows) <- NULL

cell <- function(column, by) {
  kept <- rows[rows$opener & !is.na(rows[[column]]), ]
  data.frame(person = kept$person, conversation = kept$conversation, g = factor(kept[[by]]), v = kept[[column]])
}

wald <- function(kept, strata = NULL) {
  fit <- svyglm(v ~ g, svydesign(ids = ~person, strata = strata, weights = ~1, data = kept))
  test <- regTermTest(fit, ~g, method = "Wald")
  as.vector(test$Ftest) * test$df
}

# Slopes of the means on 1…J, those of `placed` only.
slope_case <- function(kept, placed) {
  means <- svyby(~v, ~g, svydesign(ids = ~person, strata = ~g, weights = ~1, data = kept), svymean, covmat = TRUE)
  at <- seq_along(placed) - mean(seq_along(placed))
  weights <- setNames(at / sum(at^2), placed)
  all <- setNames(rep(0, nlevels(kept$g)), levels(kept$g))
  all[names(weights)] <- weights
  m <- svycontrast(means, all)
  list(slope = coef(m)[[1]], squared = (coef(m)[[1]] / SE(m)[[1]])^2)
}

# Permutations of people: each group's variance takes in one person of the variance of all.
permuted_case <- function(kept, slope) {
  x <- as.vector(table(kept$person))
  y <- as.vector(tapply(kept$v, kept$person, sum))
  g <- as.integer(kept$g)[match(sort(unique(kept$person)), kept$person)]
  at <- seq_len(max(g)) - mean(seq_len(max(g)))
  statistics <- function(g) {
    sums <- rowsum(cbind(x, y, x^2, x * y, y^2), g)
    r <- sums[, 2] / sums[, 1]
    s <- sums[, 5] - 2 * r * sums[, 4] + r^2 * sums[, 3]
    v <- (s + sum(s) / (length(g) - length(s))) / sums[, 1]^2
    c(sum((r - weighted.mean(r, 1 / v))^2 / v), sum(at * r)^2 / sum(at^2 * v))
  }
  found <- statistics(g)
  drawn <- replicate(9999, statistics(sample(g)))
  p <- (1 + rowSums(drawn >= found * (1 - 1e-9))) / 10000
  c(list(overall = p[1]), if (slope) list(trend = p[2]))
}

# Groups that share people, each with its own n / (n - 1): W, the degrees of Krishnamoorthy & Yu and F.
shared_case <- function(kept) {
  groups <- levels(kept$g)
  who <- sort(unique(kept$person))
  z <- sapply(groups, function(one) {
    own <- kept[kept$g == one, ]
    n <- length(unique(own$person))
    part <- tapply((own$v - mean(own$v)) / nrow(own), factor(own$person, who), sum)
    sqrt(n / (n - 1)) * ifelse(is.na(part), 0, part)
  })
  means <- tapply(kept$v, kept$g, mean)
  q <- length(groups) - 1
  contrast <- cbind(diag(q), -1)
  d <- contrast %*% means
  u <- z %*% t(contrast)
  v <- crossprod(u)
  root <- eigen(v)
  half <- root$vectors %*% diag(1 / sqrt(root$values), q) %*% t(root$vectors)
  spread <- sum(apply(u, 1, function(one) {
    m <- half %*% one %*% t(one) %*% half
    sum(diag(m %*% m)) + sum(diag(m))^2
  }))
  eta <- q * (q + 1) / spread
  statistic <- as.vector(t(d) %*% solve(v) %*% d)
  n <- tapply(kept$person, kept$g, function(one) length(unique(one)))
  g <- length(who)
  by <- svyby(~v, ~g, svydesign(ids = ~person, weights = ~1, data = kept), svymean, covmat = TRUE)
  own <- sqrt(n / (n - 1) * (g - 1) / g)
  stopifnot(all.equal(as.vector(crossprod(z)), as.vector(vcov(by) * outer(own, own))))
  below <- eta - q + 1
  list(statistic = statistic, below = below, p = pf(below / (eta * q) * statistic, q, below, lower.tail = FALSE))
}

against_rest <- function(kept, one) {
  found <- difference_case(kept[kept$g == one, ], kept[kept$g != one, ])
  list(difference = found$value, low = found$low, high = found$high, p = found$p)
}

even <- aggregate(v ~ person + g, cell("even", "age"), mean)
welch <- oneway.test(v ~ g, even)
J <- nlevels(even$g)
w <- 1 / tapply(even$v, even$g, function(v) var(v) / length(v))
uneven <- sum((1 - w / sum(w))^2 / (table(even$g) - 1))
everyone <- cell("even", "turn")

write_fixture("verdicts", list(
  people = people,
  rows = rows[c("person", "conversation", "age", "topic", "turn", "opener", "score", "chosen", "even")],
  tolerance = list(shared = 1e-7),
  apart = list(score = list(statistic = wald(cell("score", "age"), ~g)), chosen = list(statistic = wald(cell("chosen", "age"), ~g))),
  # F of Welch's test is W over its degrees and what the variances are unsure of.
  welch = list(statistic = welch$statistic[[1]] * (J - 1) * (1 + 2 * (J - 2) / (J^2 - 1) * uneven)),
  slopes = list(all = slope_case(cell("score", "age"), as.character(0:3)), placed = slope_case(cell("chosen", "age"), c("0", "2", "3"))),
  permuted = list(score = permuted_case(cell("score", "age"), TRUE), chosen = permuted_case(cell("chosen", "age"), TRUE)),
  everyone = list(statistic = wald(everyone)),
  shared = list(score = shared_case(cell("score", "topic")), chosen = shared_case(cell("chosen", "topic")), even = shared_case(everyone)),
  rest = list(age = against_rest(cell("score", "age"), "3"), topic = against_rest(cell("score", "topic"), "1"))
))

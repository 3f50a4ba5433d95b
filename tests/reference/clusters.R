# What the R package survey makes of rows `v` of people `person`: means, shares, and differences of two sets of rows.
suppressPackageStartupMessages(library(survey))

design_of <- function(kept) svydesign(ids = ~person, weights = ~1, data = kept)
counts <- function(kept) {
  list(people = length(unique(kept$person)), conversations = length(unique(kept$conversation)), ratings = nrow(kept))
}

# A mean on a scale with two ends: under 100 people along the logit of its place on it.
bounded_ends <- function(kept, scale) {
  design <- design_of(kept)
  m <- svymean(~v, design)
  df <- degf(design)
  if (df + 1 >= 100 || any(is.infinite(scale))) return(as.vector(confint(m, df = df)))
  odds <- svycontrast(m, bquote(log((v - .(scale[1])) / (.(scale[2]) - v))))
  scale[1] + diff(scale) * plogis(as.vector(confint(odds, df = df)))
}

mean_case <- function(kept) {
  m <- svymean(~v, design_of(kept))
  df <- degf(design_of(kept))
  ci <- as.vector(confint(m, df = df))
  c(counts(kept), list(value = coef(m)[[1]], low = ci[1], high = ci[2], se = SE(m)[[1]], df = df))
}

# Rows of side a and side b stacked, so that a person (and, where one side lies in the other, a row) may be on both. People
# only on side a, only on side b and on both are three samples, each with its own n / (n - 1); where nobody is on both, that
# is what survey makes of two strata.
difference_case <- function(a, b) {
  a$of <- rep("a", nrow(a))
  b$of <- rep("b", nrow(b))
  stacked <- rbind(a, b)
  contrast <- function(design) svycontrast(svyby(~v, ~of, design, svymean, covmat = TRUE), c(a = 1, b = -1))
  m <- contrast(svydesign(ids = ~person, weights = ~1, data = stacked))
  ra <- mean(a$v)
  rb <- mean(b$v)
  z <- tapply(c((a$v - ra) / nrow(a), -(b$v - rb) / nrow(b)), stacked$person, sum)
  who <- as.integer(names(z))
  set <- paste(who %in% a$person, who %in% b$person)
  n <- tapply(z, set, length)
  stopifnot(all.equal(SE(m)[[1]], sqrt(length(z) / (length(z) - 1) * sum(z^2))))
  s <- tapply(z^2, set, sum) * ifelse(n > 1, n / (n - 1), length(z) / (length(z) - 1))
  df <- min(sum(s)^2 / sum(s^2 / pmax(n - 1, 1)), length(z) - 1)
  value <- coef(m)[[1]]
  se <- sqrt(sum(s))
  if (!any(a$person %in% b$person)) {
    stratified <- contrast(svydesign(ids = ~person, strata = ~of, weights = ~1, data = stacked))
    stopifnot(all.equal(se, SE(stratified)[[1]]))
  }
  half <- qt(0.975, df) * se
  list(people = length(z), value = value, low = value - half, high = value + half, se = se, df = df,
       p = 2 * pt(-abs(value / se), df))
}

within_case <- function(a, b) {
  shared <- intersect(a$person, b$person)
  a <- a[a$person %in% shared, ]
  b <- b[b$person %in% shared, ]
  a$of <- rep("a", nrow(a))
  b$of <- rep("b", nrow(b))
  design <- svydesign(ids = ~person, weights = ~1, data = rbind(a, b))
  m <- svycontrast(svyby(~v, ~of, design, svymean, covmat = TRUE), c(a = 1, b = -1))
  df <- length(shared) - 1
  ci <- as.vector(confint(m, df = df))
  value <- coef(m)[[1]]
  se <- SE(m)[[1]]
  list(people = length(shared), value = value, low = ci[1], high = ci[2], se = se, df = df,
       p = 2 * pt(-abs(value / se), df))
}

# A share's own interval at one confidence: by the logit, or exact for as many answers as people where they do not differ;
# where fewer than ten people, or as good as fewer, stand behind either answer, svyciprop(method = "beta") on a number of
# answers between that of people and what the variance makes of the rows.
own_interval <- function(kept, confidence) {
  if (length(unique(tapply(kept$v, kept$person, mean))) == 1) {
    n <- length(unique(kept$person))
    return(as.vector(binom.test(mean(kept$v) * n, n, conf.level = confidence)$conf.int))
  }
  m <- svymean(~v, design_of(kept))
  people <- degf(design_of(kept)) + 1
  worth <- coef(m)[[1]] * (1 - coef(m)[[1]]) / vcov(m)[[1]]
  behind <- min(sapply(list(kept$v, 1 - kept$v), function(v) sum(v)^2 / sum(tapply(v, kept$person, sum)^2)))
  if (behind < 10 && worth > people) {
    n <- exp((log(people) + behind * log(worth)) / (behind + 1))
    p <- coef(m)[[1]]
    tail <- (1 - confidence) / 2
    return(c(qbeta(tail, n * p, n * (1 - p) + 1), qbeta(1 - tail, n * p + 1, n * (1 - p))))
  }
  as.vector(confint(svyciprop(~v, design_of(kept), method = "xlogit", level = confidence)))
}

# Few rows on a side: the difference from both shares' own intervals, and the confidence at which it ends at 0.
rare_case <- function(a, b) {
  a$of <- rep("a", nrow(a))
  b$of <- rep("b", nrow(b))
  covariance <- vcov(svyby(~v, ~of, svydesign(ids = ~person, weights = ~1, data = rbind(a, b)), svymean, covmat = TRUE))
  rho <- if (any(diag(covariance) == 0)) 0 else cov2cor(covariance)[1, 2]
  pa <- mean(a$v)
  pb <- mean(b$v)
  apart <- function(one, other) sqrt(one^2 + other^2 - 2 * rho * one * other)
  ends <- function(confidence) {
    of_a <- own_interval(a, confidence)
    of_b <- own_interval(b, confidence)
    c(pa - pb - apart(pa - of_a[1], of_b[2] - pb), pa - pb + apart(of_a[2] - pa, pb - of_b[1]))
  }
  near <- function(p) ends(1 - p)[if (pa > pb) 1 else 2]
  # Exact intervals do not shrink to nothing: 0 may lie within them at any confidence.
  reached <- near(1e-9) * near(1 - 1e-9) < 0
  list(people = length(unique(c(a$person, b$person))), value = pa - pb, low = ends(0.95)[1], high = ends(0.95)[2],
       p = if (reached) uniroot(near, c(1e-9, 1 - 1e-9), tol = 1e-15)$root else 1)
}

rare_within_case <- function(a, b) {
  shared <- intersect(a$person, b$person)
  rare_case(a[a$person %in% shared, ], b[b$person %in% shared, ])
}

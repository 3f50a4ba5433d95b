# What the R package survey makes of rows `v` of people `person`: means, shares, and differences of two sets of rows.
suppressPackageStartupMessages(library(survey))

design_of <- function(kept) svydesign(ids = ~person, weights = ~1, data = kept)
counts <- function(kept) {
  list(people = length(unique(kept$person)), conversations = length(unique(kept$conversation)), ratings = nrow(kept))
}

mean_case <- function(kept) {
  m <- svymean(~v, design_of(kept))
  df <- degf(design_of(kept))
  ci <- as.vector(confint(m, df = df))
  c(counts(kept), list(value = coef(m)[[1]], low = ci[1], high = ci[2], se = SE(m)[[1]], df = df))
}

# Rows of side a and side b stacked, so that a person (and, where one side lies in the other, a row) may be on both.
difference_case <- function(a, b) {
  a$of <- rep("a", nrow(a))
  b$of <- rep("b", nrow(b))
  stacked <- rbind(a, b)
  design <- svydesign(ids = ~person, weights = ~1, data = stacked)
  m <- svycontrast(svyby(~v, ~of, design, svymean, covmat = TRUE), c(a = 1, b = -1))
  ra <- mean(a$v)
  rb <- mean(b$v)
  z <- tapply(c((a$v - ra) / nrow(a), -(b$v - rb) / nrow(b)), stacked$person, sum)
  who <- as.integer(names(z))
  set <- paste(who %in% a$person, who %in% b$person)
  s <- tapply(z^2, set, sum)
  n <- tapply(z, set, length)
  df <- min(sum(s)^2 / sum(s^2 / pmax(n - 1, 1)), length(z) - 1)
  value <- coef(m)[[1]]
  se <- SE(m)[[1]]
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

# Sliders set against one another and against a score: correlations by person as survey has them (svyvar, svycontrast), slopes
# within people by lm without intercept and sandwich's vcovCL, differences of slopes from their estimating functions. Writes
# sliders.json: the conversations, and what R makes of them.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "write-fixture.R"))
suppressPackageStartupMessages({ library(survey); library(sandwich) })
set.seed(1909, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# People with one to seven conversations, some of them to be left out, and three marks for each, some N/A.
count <- 150
held <- sample(1:7, count, replace = TRUE)
size <- sum(held)
rows <- data.frame(person = rep(seq_len(count), held))
level <- rnorm(count, 60, 12)[rows$person]
halo <- rnorm(size, 0, 8)
slider <- function(x) pmin(100, pmax(1, round(x)))
rows$score <- slider(level + halo + rnorm(size, 0, 12))
rows$m1 <- slider(level + 0.9 * halo + 0.3 * (rows$score - level) + rnorm(size, 0, 6))
rows$m2 <- slider(level + 0.6 * halo + rnorm(size, 0, 12))
rows$m3 <- slider(70 - 0.2 * (level - 60) + rnorm(size, 0, 20))
for (m in c("m1", "m2", "m3")) rows[[m]][runif(size) < 0.08] <- NA
rows$kept <- runif(size) < 0.92
rows$replies <- sample(1:4, size, replace = TRUE)
kept <- rows[rows$kept, ]

correlation <- function(x, y, person) {
  data <- data.frame(x, y, person)
  data <- data[complete.cases(data), ]
  design <- svydesign(ids = ~person, weights = ~1, data = data)
  variances <- svyvar(~ x + y, design)
  # On Fisher's scale, whose ends are infinitely far away.
  v <- unclass(variances)
  covariance <- attr(variances, "var")
  r <- v[1, 2] / sqrt(v[1, 1] * v[2, 2])
  # The gradient of r in the order x·x, y·x, x·y, y·y.
  gradient <- c(-r / (2 * v[1, 1]), 1 / (2 * sqrt(v[1, 1] * v[2, 2])), 1 / (2 * sqrt(v[1, 1] * v[2, 2])), -r / (2 * v[2, 2]))
  stopifnot(isTRUE(all.equal(r, cor(data$x, data$y))))
  se <- sqrt(as.numeric(t(gradient) %*% covariance %*% gradient))
  df <- length(unique(data$person)) - 1
  half <- qt(0.975, df) * se / (1 - r^2)
  list(value = r, low = tanh(atanh(r) - half), high = tanh(atanh(r) + half), se = se, df = df)
}

pairs <- list(c("m1", "m2"), c("m1", "m3"), c("m2", "m3"))
named <- function(of) setNames(lapply(pairs, of), sapply(pairs, paste, collapse = "."))
own <- aggregate(kept[c("m1", "m2", "m3")], kept["person"], mean, na.rm = TRUE)

within <- function(marks) {
  data <- kept[complete.cases(kept[marks]), c("person", "score", marks)]
  data <- data[ave(data$score, data$person, FUN = length) > 1, ]
  for (name in c("score", marks)) data[[name]] <- data[[name]] - ave(data[[name]], data$person)
  list(data = data, fit = lm(reformulate(marks, "score", intercept = FALSE), data))
}
slopes <- function(marks) {
  one <- within(marks)
  v <- vcovCL(one$fit, cluster = one$data$person, type = "HC1", cadjust = TRUE)
  df <- length(unique(one$data$person)) - 1
  lapply(setNames(marks, marks), function(name) {
    b <- coef(one$fit)[[name]]
    se <- sqrt(v[name, name])
    list(value = b, low = b - qt(0.975, df) * se, high = b + qt(0.975, df) * se, p = 2 * pt(-abs(b / se), df))
  })
}
# Two slopes fitted alone: their influences by person, each with its own factor.
influence <- function(mark) {
  one <- within(mark)
  g <- length(unique(one$data$person))
  by <- rowsum(estfun(one$fit), one$data$person) %*% (bread(one$fit) / nrow(one$data))
  all <- setNames(numeric(count), seq_len(count))
  all[rownames(by)] <- by * sqrt(g / (g - 1))
  list(b = coef(one$fit)[[1]], by = all, g = g)
}
difference <- function(pair) {
  a <- influence(pair[1])
  b <- influence(pair[2])
  se <- sqrt(sum((a$by - b$by)^2))
  df <- min(a$g, b$g) - 1
  value <- a$b - b$b
  list(value = value, low = value - qt(0.975, df) * se, high = value + qt(0.975, df) * se, p = 2 * pt(-abs(value / se), df))
}

write_fixture("sliders", list(
  rows = rows,
  conversations = named(function(p) correlation(kept[[p[1]]], kept[[p[2]]], kept$person)),
  people = named(function(p) correlation(own[[p[1]]], own[[p[2]]], own$person)),
  alone = c(slopes("m1"), slopes("m2"), slopes("m3")),
  equal = slopes(c("m1", "m2", "m3")),
  differences = named(difference)
))

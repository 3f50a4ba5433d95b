# Scores as sums of crossed and nested effects: variance components by lme4 (REML), and least squares of scores on what the
# replies look like, with errors clustered by person, by sandwich. Writes scores.json.
source("write-fixture.R")
suppressPackageStartupMessages({
  library(lme4)
  library(sandwich)
})
RNGversion("4.2.0")
set.seed(5)

people <- 45
models <- 6
side <- rep(c("a", "b", "c"), length.out = people)
of_person <- rnorm(people, 0, 7)
of_model <- rnorm(models, 0, 10)
of_topic <- rnorm(4, 0, 4)
of_taste <- matrix(rnorm(people * models, 0, 9), people)
of_side <- matrix(rnorm(3 * models, 0, 5), 3, dimnames = list(c("a", "b", "c")))
band <- rep(c("x", "x", "y", "x", "y"), length.out = people)
of_band <- rbind(x = c(2, -2, 1, -3, 1, 2), y = c(-2, 3, 0, 2, -1, -4))
rows <- do.call(rbind, lapply(seq_len(people), function(i) {
  do.call(rbind, lapply(seq_len(sample(1:7, 1)), function(j) {
    topic <- sample(4, 1)
    conversation <- rnorm(1, 0, 5)
    met <- sample(models, sample(2:4, 1))
    later <- if (runif(1) < 0.3) rep(met[1], 2) else integer()
    data.frame(
      person = i, conversation = i * 10 + j, side = side[i], band = band[i], topic = topic, model = c(met, later),
      opener = c(rep(TRUE, length(met)), rep(FALSE, length(later))),
      fit = 55 + of_person[i] + of_topic[topic] + conversation +
        of_model[c(met, later)] + of_taste[i, c(met, later)] + of_side[side[i], c(met, later)] +
        of_band[band[i], c(met, later)]
    )
  }))
}))
size <- nrow(rows)
rows$length <- as.integer(round(exp(rnorm(size, 5.5 + rows$model / 10, 0.7))))
rows$list <- as.integer(runif(size) < plogis(rows$length / 300 - 2))
rows$refuses <- as.integer(runif(size) < 0.12)
rows$score <- as.integer(pmin(100, pmax(1, round(
  rows$fit + 0.01 * rows$length + 3 * rows$list - 8 * rows$refuses + ifelse(rows$opener, 0, 14) + rnorm(size, 0, 11)
))))
rows$score[runif(size) < 0.04] <- NA
rows$fit <- NULL
rownames(rows) <- NULL

kept <- rows[rows$opener & !is.na(rows$score), ]

# Optimised further than lme4 does by default; six digits, of which the last may still be lme4's own.
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5))
components <- function(formula, data) {
  fit <- suppressMessages(lmer(formula, data, REML = TRUE, control = control))
  found <- as.data.frame(VarCorr(fit))
  # What its optimiser leaves of nothing is nothing.
  c(as.list(round(signif(setNames(found$vcov, found$grp), 6), 6)),
    list(mean = signif(fixef(fit)[[1]], 7), deviance = round(REMLcrit(fit), 5)))
}
split <- score ~ 1 + (1 | person) + (1 | model) + (1 | topic) + (1 | person:model) + (1 | conversation)
grouped <- update(split, . ~ . + (1 | side) + (1 | side:model))
together <- update(grouped, . ~ . + (1 | band) + (1 | band:model))
# People 1 to 45 once to thrice, or not at all; each copy is a person of its own, with conversations of its own.
times <- rep(c(1, 2, 0, 1, 3, 1, 0, 2, 1), length.out = people)
copies <- do.call(rbind, lapply(which(times > 0), function(i) {
  do.call(rbind, lapply(seq_len(times[i]), function(copy) {
    mine <- kept[kept$person == i, ]
    mine$conversation <- mine$conversation + 1000 * copy
    mine$person <- mine$person + 1000 * copy
    mine
  }))
}))

least_squares <- function(formula) {
  fit <- lm(formula, kept)
  covariance <- vcovCL(fit, cluster = kept$person, type = "HC1")
  df <- length(unique(kept$person)) - 1
  named <- c("length", "list", "refuses")
  se <- sqrt(diag(covariance))[named]
  value <- coef(fit)[named]
  half <- qt(0.975, df) * se
  as.list(c(setNames(value, paste0("value_", named)), setNames(se, paste0("se_", named)),
            setNames(value - half, paste0("low_", named)), setNames(value + half, paste0("high_", named)),
            df = df, r_squared = summary(fit)$r.squared, rows = nrow(kept)))
}

write_fixture("scores", list(
  rows = rows,
  times = times,
  # Where its optimiser stops depends on the machine's own arithmetic.
  tolerance = list(components = 1e-4),
  components = list(
    split = components(split, kept),
    openers = components(score ~ 1 + (1 | model) + (1 | conversation), kept),
    grouped = components(grouped, kept),
    together = components(together, kept),
    resampled = components(split, copies)
  ),
  least_squares = list(
    plain = least_squares(score ~ length + list + refuses),
    models = least_squares(score ~ length + list + refuses + factor(model))
  )
))

# Taste of groups: limits of the profile of lmer's restricted likelihood, and how people's own contributions spread the
# variances, from dense matrices. Rows as in scores.json, three times as many people. Writes taste.json.
source("write-fixture.R")
suppressPackageStartupMessages({
  library(lme4)
  library(minqa)
})
RNGversion("4.2.0")
set.seed(11)

people <- 90
models <- 5
side <- rep(c("a", "b", "c"), length.out = people)
of_person <- rnorm(people, 0, 8)
of_model <- rnorm(models, 0, 7)
of_topic <- rnorm(3, 0, 3)
of_taste <- matrix(rnorm(people * models, 0, 8), people)
of_side <- matrix(rnorm(3 * models, 0, 7), 3, dimnames = list(c("a", "b", "c")))
scatter <- exp(rnorm(people, 0, 0.4))
rows <- do.call(rbind, lapply(seq_len(people), function(i) {
  do.call(rbind, lapply(seq_len(sample(2:6, 1)), function(j) {
    topic <- sample(3, 1)
    met <- sample(models, sample(2:4, 1))
    data.frame(
      person = i, conversation = i * 10 + j, side = side[i], topic = topic, model = met, opener = TRUE,
      score = of_person[i] + of_topic[topic] + rnorm(1, 0, 5) + of_model[met] + of_taste[i, met] +
        of_side[side[i], met] + rnorm(length(met), 0, 11 * scatter[i])
    )
  }))
}))
rows$score <- as.integer(pmin(100, pmax(1, round(55 + rows$score))))
# What the planted errors need: later replies, which are not looked at, and scores that are missing.
later <- rows[sample(nrow(rows), 90), ]
later$opener <- FALSE
later$score <- pmin(100L, later$score + 20L)
rows <- rbind(rows, later)
rows <- rows[order(rows$person, rows$conversation), ]
rows$score[runif(nrow(rows)) < 0.04] <- NA
rownames(rows) <- NULL
kept <- rows[rows$opener & !is.na(rows$score), ]

formula <- score ~ 1 + (1 | person) + (1 | person:model) + (1 | conversation) + (1 | side:model) + (1 | side) +
  (1 | model) + (1 | topic)
fitted <- suppressMessages(lmer(formula, kept, REML = TRUE,
  control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5))))
parsed <- suppressMessages(lFormula(formula, kept, REML = TRUE))
deviance_of <- do.call(mkLmerDevfun, parsed)
inside <- environment(deviance_of)
terms <- names(parsed$reTrms$cnms)
size <- nrow(kept)
# The deviance at standard deviations in points, in the order of the terms, and that of the rest.
deviance_at <- function(deviations, rest) {
  deviance_of(deviations / rest)
  squares <- inside$resp$wrss() + inside$pp$sqrL(1)
  inside$pp$ldL2() + inside$pp$ldRX2() + (size - 1) * log(2 * pi * rest^2) + squares / rest^2
}
found <- as.data.frame(VarCorr(fitted))
deviations <- setNames(found$sdcor, found$grp)[terms]
rest <- sigma(fitted)
lowest <- REMLcrit(fitted)
stopifnot(abs(deviance_at(deviations, rest) - lowest) < 1e-6)
held <- "side:model"
single <- "person:model"

# The lowest deviance where `fill` makes all deviations out of those of the terms named in `free`.
lowest_with <- function(free, fill) {
  start <- c(pmax(deviations[free], 0.3), rest)
  at <- function(x) deviance_at(fill(setNames(x[seq_along(free)], free)), x[length(x)])
  bobyqa(start, at, lower = c(rep(0, length(free)), 1), control = list(rhobeg = 0.5, rhoend = 1e-7, maxfun = 20000))$fval
}
others <- setdiff(terms, held)
with_deviation <- function(deviation) {
  lowest_with(others, function(x) c(x, setNames(deviation, held))[terms])
}
with_share <- function(share) {
  if (share == 1) {
    free <- setdiff(terms, single)
    return(lowest_with(free, function(x) c(x, setNames(0, single))[terms]))
  }
  lowest_with(others, function(x) c(x, setNames(x[[single]] * sqrt(share / (1 - share)), held))[terms])
}
limit <- function(profile, cut, from, to) {
  uniroot(function(x) profile(x) - lowest - cut, c(from, to), tol = 1e-6)$root
}
cut <- qchisq(0.95, 1)
value <- deviations[[held]]
share <- value^2 / (value^2 + deviations[[single]]^2)

# People's own contributions to the slopes by the variances of nested effects and rest, with the whole covariance.
columns <- function(codes) model.matrix(~ 0 + factor(codes))
design <- list(
  person = columns(kept$person), taste = columns(paste(kept$person, kept$model)),
  conversation = columns(kept$conversation), grouped = columns(paste(kept$side, kept$model)), side = columns(kept$side),
  model = columns(kept$model), topic = columns(kept$topic)
)
variances <- c(deviations[c("person", "person:model", "conversation", "side:model", "side", "model", "topic")]^2, rest^2)
covariance <- function(variances) {
  v <- diag(variances[8], size)
  for (k in 1:7) v <- v + variances[k] * tcrossprod(design[[k]])
  solve(v)
}
projection <- function(inverse) inverse - inverse %*% rep(1, size) %*% t(rep(1, size)) %*% inverse / sum(inverse)
p <- projection(covariance(variances))
py <- as.vector(p %*% kept$score)
nested <- c(lapply(design[1:3], tcrossprod), list(rest = diag(size)))
working <- sapply(nested, function(k) as.vector(k %*% py))
bread <- solve(t(working) %*% p %*% working / 2)
scores <- t(sapply(unique(kept$person), function(i) {
  mine <- kept$person == i
  sapply(nested, function(k) {
    (sum(py[mine] * (k[mine, mine] %*% py[mine])) - sum(p[mine, mine] * k[mine, mine])) / 2
  })
}))
groups <- nrow(scores)
sandwich <- groups / (groups - 1) * bread %*% crossprod(scores) %*% bread
widening <- sqrt(sandwich[4, 4] / bread[4, 4])

# How far the models' estimates move with other people, beside what the likelihood expects, without groups: the mixed
# model's equations, in which models are as good as fixed and each person's rows are taken away in turn.
plain <- as.data.frame(VarCorr(suppressMessages(update(fitted, . ~ . - (1 | side:model) - (1 | side)))))
plain <- setNames(plain$vcov, plain$grp)[c("person", "person:model", "conversation", "model", "topic", "Residual")]
crossed <- cbind(design$model, design$topic, 1)
prior <- 1 / c(rep(1e4 * sum(plain), models), rep(max(plain[5], 1e-12), ncol(design$topic)), Inf)
weight <- solve(diag(plain[6], size) + Reduce(`+`, Map(`*`, plain[1:3], lapply(design[1:3], tcrossprod))))
together <- solve(diag(prior) + t(crossed) %*% weight %*% crossed)
residual <- as.vector(kept$score - crossed %*% together %*% t(crossed) %*% weight %*% kept$score)
centre <- diag(models) - 1 / models
of_models <- centre %*% together[seq_len(models), ]
moved <- sapply(unique(kept$person), function(i) {
  mine <- kept$person == i
  of_models %*% t(crossed[mine, ]) %*% weight[mine, mine] %*% residual[mine]
})

wide <- cut * max(1, widening)
highest <- if (with_share(1) - lowest <= wide) 1 else limit(with_share, wide, share, 0.999)
named <- function(values, names) as.list(setNames(signif(values, 5), names))
limits <- c("value", "low", "high")
parts <- c("person", "taste", "conversation", "rest")
write_fixture("taste", list(
  rows = rows,
  # Where optimisers stop depends on the machine's own arithmetic.
  tolerance = list(points = 1e-3, share = 2e-3, spread = 1e-3, noise = 1e-4),
  points = named(c(value, limit(with_deviation, cut, 0, value), limit(with_deviation, cut, value, 5 * value)), limits),
  share = named(c(share, limit(with_share, wide, 1e-6, share), highest), limits),
  spread = list(
    model = named(diag(bread), parts), people = named(diag(sandwich), parts), widening = named(widening, "value")
  ),
  noise = list(ratio = groups / (groups - 1) * sum(moved^2) / sum(diag(of_models[, seq_len(models)] %*% centre)))
))

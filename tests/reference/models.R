# Standings of models: Bradley–Terry by BradleyTerry2 and by glm; win rates, rank centrality and means with percentile and
# simultaneous intervals from resampling people, on rows made here. Writes models.json. Nothing of the site's code is used.
suppressPackageStartupMessages({
  library(BradleyTerry2)
  library(jsonlite)
})
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "write-fixture.R"))
set.seed(1404, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
published <- fromJSON(file.path("..", "..", "data", "published", "pairwise_win_matrix.json"))$matrix

# One row per pair that met: wins of either, a tie half a win each.
pairs_of <- function(worth) {
  found <- which(upper.tri(worth) & worth + t(worth) > 0, arr.ind = TRUE)
  found <- found[order(found[, 1], found[, 2]), , drop = FALSE]
  data.frame(i = found[, 1], j = found[, 2], won = worth[found], lost = worth[found[, 2:1, drop = FALSE]])
}

abilities_btm <- function(worth) {
  pairs <- pairs_of(worth)
  names <- sprintf("m%02d", seq_len(nrow(worth)))
  pairs$player1 <- factor(names[pairs$i], levels = names)
  pairs$player2 <- factor(names[pairs$j], levels = names)
  fit <- suppressWarnings(BTm(cbind(won, lost), player1, player2, data = pairs, br = FALSE, epsilon = 1e-14, maxit = 100))
  estimated <- BTabilities(fit)[names, "ability"]
  as.vector(estimated - mean(estimated))
}

abilities_glm <- function(worth) {
  pairs <- pairs_of(worth)
  design <- matrix(0, nrow(pairs), nrow(worth))
  design[cbind(seq_len(nrow(pairs)), pairs$i)] <- 1
  design[cbind(seq_len(nrow(pairs)), pairs$j)] <- -1
  fit <- suppressWarnings(glm(cbind(pairs$won, pairs$lost) ~ design[, -1] - 1, family = binomial,
                              control = glm.control(epsilon = 1e-14, maxit = 100)))
  estimated <- c(0, coef(fit))
  as.vector(estimated - mean(estimated))
}

# People who use the scale each in their own way, and differ in what they like; later turns are there to be left out.
people <- 48
models <- 5
strength <- c(9, 5, 0, -2, -12)
liking <- matrix(rnorm(people * models, 0, 9), people)
level <- rnorm(people, 55, 12)
rows <- do.call(rbind, lapply(seq_len(people), function(person) {
  do.call(rbind, lapply(seq_len(sample(2:6, 1)), function(message) {
    shown <- sample(models, sample(2:4, 1, prob = c(1, 3, 6)))
    score <- level[person] + strength[shown] + liking[person, shown] + rnorm(length(shown), 0, 12)
    opener <- data.frame(person = person * 3, interaction = person * 100 + message * 2, model = shown - 1, opener = TRUE, score = score)
    # In later turns the fifth model does best.
    later <- data.frame(person = person * 3, interaction = person * 100 + message * 2 + 1, model = sample(models, 2) - 1, opener = FALSE, score = 40)
    later$score <- later$score + ifelse(later$model == 4, 40, 0)
    rbind(opener, later)
  }))
}))
rows$score <- as.integer(pmin(100, pmax(1, round(rows$score))))
rownames(rows) <- NULL
openers <- rows[rows$opener, ]

# Sums of each person: wins[i, j], ties[i, j], number of ratings and sum of scores.
ids <- sort(unique(openers$person))
cells <- t(sapply(ids, function(id) {
  own <- openers[openers$person == id, ]
  wins <- ties <- matrix(0, models, models)
  for (message in unique(own$interaction)) {
    shown <- own[own$interaction == message, ]
    for (a in seq_len(nrow(shown))) for (b in seq_len(nrow(shown))) {
      if (a == b) next
      ahead <- shown$score[a] - shown$score[b]
      i <- shown$model[a] + 1
      j <- shown$model[b] + 1
      if (abs(ahead) <= 5) ties[i, j] <- ties[i, j] + 1
      else if (ahead > 0) wins[i, j] <- wins[i, j] + 1
    }
  }
  rated <- sapply(seq_len(models) - 1, function(m) c(sum(own$model == m), sum(own$score[own$model == m])))
  c(wins, ties, rated[1, ], rated[2, ])
}))
n2 <- models^2
table_of <- function(sums, from) matrix(sums[from + seq_len(n2)], models)
win_rate <- function(sums, tie = 0.5) {
  wins <- table_of(sums, 0)
  ties <- table_of(sums, n2)
  fought <- wins + t(wins) + ties
  rowMeans(ifelse(fought == 0, NA, (wins + tie * ties) / fought), na.rm = TRUE)
}
centrality <- function(sums) {
  directed <- table_of(sums, 0) + table_of(sums, n2)
  move <- (directed + 1) / (directed + t(directed) + 2) / (models - 1)
  diag(move) <- 0
  diag(move) <- 1 - colSums(move)
  solved <- qr.solve(rbind(move - diag(models), 1), c(rep(0, models), 1))
  as.vector(solved)
}
mean_score <- function(sums) sums[2 * n2 + models + seq_len(models)] / sums[2 * n2 + seq_len(models)]
half_wins <- function(sums) table_of(sums, 0) + table_of(sums, n2) / 2

draws <- 10000
weights <- t(rmultinom(draws, length(ids), rep(1, length(ids))))
resampled <- weights %*% cells
whole <- colSums(cells)
methods <- list("mean" = mean_score, "win-rate" = win_rate, "strict-win-rate" = function(sums) win_rate(sums, 0),
                "rank-centrality" = centrality)
# The share of resamples to leave out on either side for so many people (Hesterberg 2015).
tail_for <- function(n) pnorm(-sqrt(n / (n - 1)) * qt(0.975, n - 1))
rated_by <- colSums(cells[, 2 * n2 + seq_len(models)] > 0)
fought_by <- rowSums(apply(cells, 1, function(sums) {
  wins <- table_of(sums, 0)
  rowSums(wins + t(wins) + table_of(sums, n2)) > 0
}))
standings <- lapply(names(methods), function(name) {
  method <- methods[[name]]
  tails <- tail_for(if (name == "mean") rated_by else fought_by)
  end <- function(drawn, p) sapply(seq_len(models), function(i) unname(quantile(drawn[, i], p[i])))
  drawn <- t(apply(resampled, 1, method))
  value <- method(whole)
  pairs <- t(combn(models, 2))
  d <- drawn[, pairs[, 1]] - drawn[, pairs[, 2]]
  at <- value[pairs[, 1]] - value[pairs[, 2]]
  s <- apply(d, 2, sd)
  furthest <- apply(abs(sweep(d, 2, at)) %*% diag(1 / s), 1, max)
  factor <- unname(quantile(furthest, 0.95))
  spread <- density(furthest)
  list(
    value = value,
    low = end(drawn, tails),
    high = end(drawn, 1 - tails),
    sd = apply(drawn, 2, sd),
    factor = factor,
    # Standard error of the factor for one draw: sqrt(p (1 − p)) / density there.
    factor_error = sqrt(0.95 * 0.05) / approx(spread$x, spread$y, factor)$y,
    difference = at,
    difference_sd = s,
    pairs = pairs - 1
  )
})
names(standings) <- names(methods)

write_fixture("models", list(
  bradley_terry = list(
    published = list(btm = abilities_btm(published), glm = abilities_glm(published)),
    rows = list(btm = abilities_btm(half_wins(whole)), glm = abilities_glm(half_wins(whole)))
  ),
  rows = rows,
  draws = draws,
  standings = standings
))

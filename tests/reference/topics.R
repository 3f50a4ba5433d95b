# Which topics a group's conversations are on more and less than those of everybody else: differences by survey
# (clusters.R), all tests adjusted together by p.adjust, and intervals after picking. Writes topics.json: the conversations
# and what R makes of them, by age (groups share nobody) and by type (groups share people).
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "write-fixture.R"))
source(file.path(here, "clusters.R"))
set.seed(1848, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# People of three ages, each with conversations of three types; some are to be left out, of some the topic is not known.
count <- 240
age <- sample(0:2, count, replace = TRUE, prob = c(4, 3, 3))
held <- sample(2:7, count, replace = TRUE)
rows <- data.frame(person = rep(seq_len(count), held), age = rep(age, held))
size <- nrow(rows)
rows$type <- sample(0:2, size, replace = TRUE)
own <- matrix(rgamma(count * 5, rep(c(1.5, 1, 1, 0.8, 3), each = count)), count)
weight <- own[rows$person, ]
weight[, 1] <- weight[, 1] * ifelse(rows$type == 1, 4, 1)
weight[, 2] <- weight[, 2] * ifelse(rows$age == 2, 5, 1)
weight[, 3] <- weight[, 3] * ifelse(rows$age == 0, 3, 1)
weight[, 4] <- weight[, 4] * ifelse(rows$type == 2, 3, 0.7)
rows$topic <- apply(weight, 1, function(w) sample(0:4, 1, prob = w))
rows$topic[runif(size) < 0.05] <- NA
rows$kept <- runif(size) < 0.9
rows$replies <- sample(1:4, size, replace = TRUE)

kept <- rows[rows$kept & !is.na(rows$topic), ]
tilts <- function(by) {
  cells <- expand.grid(topic = 0:4, group = 0:2)
  sides <- lapply(seq_len(nrow(cells)), function(i) {
    of <- transform(kept, v = as.integer(topic == cells$topic[i]))
    list(a = of[of[[by]] == cells$group[i], ], b = of[of[[by]] != cells$group[i], ])
  })
  eligible <- sapply(sides, function(s) {
    pooled <- mean(c(s$a$v, s$b$v))
    people <- min(length(unique(s$a$person)), length(unique(s$b$person)))
    min(nrow(s$a), nrow(s$b)) * min(pooled, 1 - pooled) >= 20 && people >= 30
  })
  found <- lapply(sides[eligible], function(s) difference_case(s$a, s$b))
  q <- p.adjust(sapply(found, `[[`, "p"), "BH")
  picked <- sum(q < 0.05)
  stopifnot(picked > 1, picked < length(q))
  out <- list()
  for (i in seq_along(found)) {
    name <- paste(cells$topic[eligible][i], cells$group[eligible][i], sep = ".")
    one <- found[[i]]
    half <- qt(1 - 0.025 * picked / length(q), one$df) * one$se
    out[[name]] <- c(one[c("value", "low", "high", "p")], list(adjusted = q[i]),
                     if (q[i] < 0.05) list(picked_low = one$value - half, picked_high = one$value + half))
  }
  out
}

write_fixture("topics", list(
  rows = rows,
  age = tilts("age"),
  type = tilts("type")
))

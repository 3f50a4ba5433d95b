# Views of Explore, computed with the R package survey from the rows of a small study that is made here. Writes
# explore.json: the people, their conversations, the rated replies, and for each view its link and its numbers, and what
# they would be for all rows at once under an error that is easily made.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "write-fixture.R"))
source(file.path(here, "clusters.R"))

set.seed(31, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

count <- 130
people <- data.frame(
  person = seq_len(count) - 1,
  age = sample(c("18-24", "45-54", "65-plus", "prefer-not-to-say"), count, TRUE, c(5, 4, 3, 1)),
  gender = sample(c("male", "female"), count, TRUE),
  research = sample(c(0L, 1L, NA), count, TRUE, c(3, 4, 2)),
  balanced = runif(count) < 0.8,
  level = rnorm(count, 0, 14)
)
people$stated <- as.integer(pmin(100, pmax(0, round(60 + people$level + 8 * (people$gender == "female") + rnorm(count, 0, 20)))))

talks <- do.call(rbind, lapply(seq_len(count), function(i) {
  held <- sample(0:4, 1, prob = c(1, 2, 4, 4, 3))
  data.frame(person = rep(people$person[i], held))
}))
talks$conversation <- seq_len(nrow(talks)) - 1
talks$type <- sample(c("unguided", "values-guided", "controversy-guided"), nrow(talks), TRUE)
talks$kept <- runif(nrow(talks)) < 0.85
talks$factuality <- as.integer(pmin(100, pmax(1, round(70 + people$level[talks$person + 1] + rnorm(nrow(talks), 0, 20)))))
talks$factuality[runif(nrow(talks)) < 0.15] <- NA

models <- c("command", "claude-2", "gpt-4-turbo", "zephyr-7b-beta")
ratings <- do.call(rbind, lapply(seq_len(nrow(talks)), function(i) {
  level <- people$level[talks$person[i] + 1]
  score <- function(model) {
    lift <- c(6, 0, 3, -9)[match(model, models)] + ifelse(talks$type[i] == "unguided", 5, 0)
    as.integer(pmin(100, pmax(1, round(55 + level + lift + rnorm(length(model), 0, 18)))))
  }
  first <- sample(models, sample(2:4, 1))
  scores <- score(first)
  chosen <- which.max(scores)
  later <- rep(first[chosen], 2 * sample(0:2, 1))
  data.frame(
    person = talks$person[i],
    conversation = talks$conversation[i],
    turn = c(rep(0, length(first)), rep(seq_len(length(later) / 2), each = 2)),
    model = c(first, later),
    score = c(scores, score(later)),
    chosen = c(seq_along(first) == chosen, rep(c(TRUE, FALSE), length(later) / 2))
  )
}))

# Every row with what is known of its conversation and person.
of_person <- function(rows) people[rows$person + 1, c("age", "gender", "research", "stated", "balanced")]
talking <- cbind(talks, of_person(talks))
rating <- cbind(ratings, talks[ratings$conversation + 1, c("type", "kept", "factuality")], of_person(ratings))

values <- function(rows, v) {
  rows$v <- as.numeric(v)
  rows
}
answered <- function(rows) rows[!is.na(rows$v), ]

# Counts of the tables that a metric's rows lie below.
known <- function(rows) {
  all <- counts(rows)
  list(
    people = all$people,
    conversations = if (is.null(rows$conversation)) 0 else all$conversations,
    ratings = if (is.null(rows$turn)) 0 else all$ratings
  )
}

# Under ten people a cell shows no more than its counts; no end of an interval lies beyond the scale.
shown <- function(rows, scale) {
  found <- known(rows)
  if (found$people < 10) return(found)
  numbers <- mean_case(rows)
  if (identical(scale, "share")) {
    ends <- own_interval(rows, 0.95)
    numbers$low <- ends[1]
    numbers$high <- ends[2]
  } else {
    ends <- bounded_ends(rows, scale)
    numbers$low <- max(ends[1], scale[1])
    numbers$high <- min(ends[2], scale[2])
  }
  c(found, numbers[c("value", "low", "high", "se", "df")])
}

each <- function(rows, by, make) {
  groups <- sort(unique(by))
  setNames(lapply(groups, function(group) make(rows[by == group, ])), groups)
}

# Values over a person's conversations instead of over their rows.
per_conversation <- function(rows) {
  held <- tapply(talks$conversation, talks$person, length)
  sum(rows$v) / sum(held[as.character(unique(rows$person))])
}

errors <- function(rows, filter, right) {
  kept <- answered(rows[filter, ])
  wrong <- list()
  if (!is.null(rows$conversation)) {
    alone <- kept
    alone$person <- seq_len(nrow(alone))
    wrong[["clusters ignored"]] <- list(se = right(alone)$se)
  }
  if (!all(filter)) wrong[["filter dropped"]] <- list(value = right(answered(rows))$value)
  if (!is.null(rows$turn)) wrong[["denominator from the wrong table"]] <- list(value = per_conversation(kept))
  if (anyNA(rows$v[filter])) {
    zero <- rows[filter, ]
    zero$v[is.na(zero$v)] <- 0
    wrong[["missing counted as zero"]] <- list(value = right(zero)$value)
  }
  wrong
}

# A view without comparison. `rows` are those of the sample and turns, `filter` which of them its filters keep.
view <- function(link, rows, filter, scale, by) {
  kept <- answered(rows[filter, ])
  list(
    link = link,
    all = shown(kept, scale),
    groups = each(kept, by(kept), function(cell) shown(cell, scale)),
    wrong = errors(rows, filter, function(some) shown(some, scale))
  )
}

# A comparison of the rows on side `a` with those on side `b`.
comparison <- function(link, rows, filter, a, b) {
  kept <- answered(rows[filter, ])
  between <- function(some) difference_case(some[a(some), ], some[b(some), ])
  within <- function(some) if (length(intersect(some$person[a(some)], some$person[b(some)])) < 10) NULL else within_case(some[a(some), ], some[b(some), ])
  wrong <- errors(rows, filter, between)
  wrong[["denominator from the wrong table"]] <- NULL
  found <- list(link = link, between = between(kept), wrong = wrong)
  shared <- within(kept)
  if (!is.null(shared)) found$within <- shared
  found
}

opener <- rating[rating$turn == 0, ]
later <- rating[rating$turn > 0, ]
all_of <- function(rows) rep(TRUE, nrow(rows))
on <- function(column, ...) function(rows) rows[[column]] %in% c(...)

write_fixture("explore", list(
  people = people[, c("person", "age", "gender", "research", "balanced", "stated")],
  conversations = talks,
  replies = ratings,
  views = list(
    view("metric=stated_values&gender=female&v=1", values(people, people$stated), people$gender == "female", c(0, 100), function(rows) rows$age),
    view("metric=lm_usecases.research&by=gender&not.age=prefer-not-to-say&v=1", values(people, people$research), people$age != "prefer-not-to-say", "share", function(rows) rows$gender),
    view("metric=performance_factuality&by=conversation_type&age=18-24&age=45-54&sample=balanced&v=1", values(talking[talking$kept, ], talking$factuality[talking$kept]), talking$age[talking$kept] %in% c("18-24", "45-54"), c(1, 100), function(rows) rows$type),
    view("metric=conversation_type.controversy-guided&by=age&performance_factuality.from=40&gender=male&v=1", values(talking, talking$type == "controversy-guided"), !is.na(talking$factuality) & talking$factuality >= 40 & talking$gender == "male", "share", function(rows) rows$age),
    view("metric=score&by=model&performance_factuality.from=60&gender=female&turns=all&v=1", values(rating, rating$score), !is.na(rating$factuality) & rating$factuality >= 60 & rating$gender == "female", c(1, 100), function(rows) rows$model),
    view("metric=score&by=age&model=command&model=gpt-4-turbo&v=1", values(opener, opener$score), opener$model %in% c("command", "gpt-4-turbo"), c(1, 100), function(rows) rows$age),
    view("metric=if_chosen.chosen&by=model&not.conversation_type=unguided&v=1", values(opener, opener$chosen), opener$type != "unguided", "share", function(rows) rows$model),
    view("metric=score&by=conversation_type&and=model&gender=male&v=1", values(opener, opener$score), opener$gender == "male", c(1, 100), function(rows) paste0(rows$type, ".", rows$model)),
    view("metric=score&by=gender&and=age&turns=later&score.to=95&v=1", values(later, later$score), later$score <= 95, c(1, 100), function(rows) paste0(rows$gender, ".", rows$age))
  ),
  comparisons = list(
    comparison("metric=stated_values&by=none&age=18-24&age=45-54&age=65-plus&a.gender=female&v=1", values(people, people$stated), people$age != "prefer-not-to-say", on("gender", "female"), on("gender", "male")),
    comparison("metric=score&by=none&gender=female&a.model=command&v=1", values(opener, opener$score), opener$gender == "female", on("model", "command"), function(rows) rows$model != "command"),
    comparison("metric=score&by=none&performance_factuality.from=50&a.model=command&b.model=zephyr-7b-beta&turns=all&v=1", values(rating, rating$score), !is.na(rating$factuality) & rating$factuality >= 50, on("model", "command"), on("model", "zephyr-7b-beta")),
    comparison("metric=if_chosen.chosen&by=none&not.age=prefer-not-to-say&a.model=gpt-4-turbo&b.model=claude-2&v=1", values(opener, opener$chosen), opener$age != "prefer-not-to-say", on("model", "gpt-4-turbo"), on("model", "claude-2")),
    comparison("metric=performance_factuality&by=none&gender=male&a.conversation_type=unguided&b.conversation_type=values-guided&v=1", values(talking, talking$factuality), talking$gender == "male", on("type", "unguided"), on("type", "values-guided")),
    comparison("metric=score&by=none&conversation_type=unguided&conversation_type=values-guided&a.age=18-24&b.age=65-plus&sample=balanced&v=1", values(opener[opener$kept, ], opener$score[opener$kept]), opener$type[opener$kept] != "controversy-guided", on("age", "18-24"), on("age", "65-plus"))
  )
))

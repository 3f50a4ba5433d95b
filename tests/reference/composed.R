# The regression that readers compose: each topic of topics.json on age and type, as lm and sandwich's vcovCL have it, the tests
# of all topics adjusted together by p.adjust. Writes composed.json.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "write-fixture.R"))
suppressPackageStartupMessages({ library(jsonlite); library(sandwich) })
rows <- as.data.frame(fromJSON(file.path(Sys.getenv("FIXTURES", file.path(here, "fixtures")), "topics.json"))$rows)
kept <- rows[rows$kept & !is.na(rows$topic), ]
kept$age <- relevel(factor(kept$age), ref = "1")
kept$type <- factor(kept$type)
df <- length(unique(kept$person)) - 1
found <- list()
for (topic in 0:4) {
  kept$y <- as.integer(kept$topic == topic)
  fit <- lm(y ~ age + type, kept)
  v <- vcovCL(fit, cluster = kept$person, type = "HC1", cadjust = TRUE)
  for (name in names(coef(fit))[-1]) {
    level <- sub("^(age|type)", "", name)
    inside <- if (startsWith(name, "age")) kept$age == level else kept$type == level
    p <- mean(kept$y)
    se <- sqrt(v[name, name])
    b <- coef(fit)[[name]]
    found[[paste(topic, sub("(age|type)", "\\1.", name), sep = ".")]] <- list(
      value = b, low = b - qt(0.975, df) * se, high = b + qt(0.975, df) * se, p = 2 * pt(-abs(b / se), df),
      eligible = sum(inside) * min(p, 1 - p) >= 20 && length(unique(kept$person[inside])) >= 30)
  }
}
eligible <- sapply(found, `[[`, "eligible")
q <- p.adjust(sapply(found[eligible], `[[`, "p"), "BH")
for (name in names(found)) {
  found[[name]]$eligible <- NULL
  if (name %in% names(q)) found[[name]]$adjusted <- q[[name]]
}
write_fixture("composed", found)

/** What every R script begins with: how files are read, and how estimates and intervals are made. */
export const rEstimators = String.raw`read <- function(name) jsonlite::flatten(jsonlite::stream_in(file(file.path(folder, name)), verbose = FALSE))
column <- function(file, path) if (is.null(file[[path]])) rep(NA, nrow(file)) else file[[path]]
words <- function(file, path) as.character(column(file, path))
flag <- function(file, path) tolower(as.character(column(file, path)))
number <- function(file, path) as.numeric(column(file, path))
characters <- function(file, path) nchar(column(file, path), type = "chars")

# Of each person: x, how many rows they have, and y, what their values come to.
sums <- function(rows, people = unique(rows$user_id)) {
  person <- factor(rows$user_id, levels = people)
  list(x = as.vector(table(person)), y = as.vector(xtabs(value ~ person, data.frame(value = rows$value, person))))
}

# Ratio mean and its standard error, clustered by person (Binder 1983).
ratio <- function(x, y) {
  g <- length(x)
  r <- sum(y) / sum(x)
  squares <- sum((y - r * x)^2)
  if (squares < 1e-15 * max(1, sum(y^2))) squares <- 0
  list(people = g, value = r, se = sqrt(g / (g - 1) * squares) / sum(x))
}

# Exact interval of a share with so many independent answers (Korn & Graubard 1998).
korn_graubard <- function(p, n, tail) c(
  if (p == 0) 0 else qbeta(tail, p * n, (1 - p) * n + 1),
  if (p == 1) 1 else qbeta(1 - tail, p * n + 1, (1 - p) * n)
)

# How many people stand behind an answer, yes or no, whichever has fewer.
behind <- function(x, y) {
  worth <- function(sum_of) if (sum(sum_of) == 0) 0 else sum(sum_of)^2 / sum(sum_of^2)
  min(worth(y), worth(x - y))
}

share_interval <- function(x, y, tail = 0.025) {
  of <- ratio(x, y)
  p <- of$value
  if (of$se == 0) return(korn_graubard(p, of$people, tail))
  worth <- p * (1 - p) / of$se^2
  few <- behind(x, y)
  if (worth > of$people && few < 10) return(korn_graubard(p, (of$people * worth^few)^(1 / (few + 1)), tail))
  half <- qt(1 - tail, of$people - 1) * of$se / (p * (1 - p))
  plogis(qlogis(p) + c(-half, half))
}

mean_interval <- function(x, y) {
  of <- ratio(x, y)
  ends <- !is.na(lowest) && !is.na(highest)
  if (of$se == 0) {
    if (!ends || !(of$value %in% c(lowest, highest))) return(c(NA, NA))
    return(lowest + (highest - lowest) * korn_graubard((of$value - lowest) / (highest - lowest), of$people, 0.025))
  }
  half <- qt(0.975, of$people - 1) * of$se
  if (ends && of$people < 100) {
    p <- (of$value - lowest) / (highest - lowest)
    half <- half / (highest - lowest) / (p * (1 - p))
    return(lowest + (highest - lowest) * plogis(qlogis(p) + c(-half, half)))
  }
  limits <- of$value + c(-half, half)
  c(max(limits[1], lowest, na.rm = TRUE), min(limits[2], highest, na.rm = TRUE))
}

nothing <- function(people) data.frame(estimate = NA, low = NA, high = NA, people = people)
shown <- function(value, limits, people) if (anyNA(limits)) nothing(people) else
  data.frame(estimate = value, low = limits[1], high = limits[2], people = people)

average <- function(rows) {
  people <- length(unique(rows$user_id))
  if (people < max(minimum, 2)) return(nothing(people))
  of <- sums(rows)
  limits <- if (kind == "share") share_interval(of$x, of$y) else mean_interval(of$x, of$y)
  shown(sum(of$y) / sum(of$x), limits, people)
}

# Side a less side b, by one linearisation over the people of both.
difference <- function(a, b, within) {
  if (within) {
    both <- intersect(a$user_id, b$user_id)
    a <- a[a$user_id %in% both, ]
    b <- b[b$user_id %in% both, ]
  }
  people <- unique(c(a$user_id, b$user_id))
  if (min(length(unique(a$user_id)), length(unique(b$user_id))) < max(minimum, 2)) return(nothing(length(people)))
  of_a <- sums(a, people)
  of_b <- sums(b, people)
  ra <- sum(of_a$y) / sum(of_a$x)
  rb <- sum(of_b$y) / sum(of_b$x)
  if (identical(of_a, of_b)) return(shown(0, c(0, 0), length(people)))
  za <- (of_a$y - ra * of_a$x) / sum(of_a$x)
  zb <- (of_b$y - rb * of_b$x) / sum(of_b$x)
  on_a <- of_a$x > 0
  on_b <- of_b$x > 0
  sides <- list(ratio(of_a$x[on_a], of_a$y[on_a]), ratio(of_b$x[on_b], of_b$y[on_b]))
  if (kind == "share") {
    rare <- function(x, y, of) {
      of$se == 0 || min(sum(y), sum(x - y)) < 10 || behind(x, y) < 10 ||
        min(of$value, 1 - of$value) * of$value * (1 - of$value) / of$se^2 < 10
    }
    if (rare(of_a$x[on_a], of_a$y[on_a], sides[[1]]) || rare(of_b$x[on_b], of_b$y[on_b], sides[[2]])) {
      # Newcombe (1998), Zou & Donner (2008): from the shares' own intervals.
      rho <- if (sides[[1]]$se == 0 || sides[[2]]$se == 0) 0 else sum(za * zb) / sqrt(sum(za^2) * sum(zb^2))
      one <- share_interval(of_a$x[on_a], of_a$y[on_a])
      other <- share_interval(of_b$x[on_b], of_b$y[on_b])
      apart <- function(s, t) sqrt(max(s^2 + t^2 - 2 * rho * s * t, 0))
      limits <- ra - rb + c(-apart(ra - one[1], other[2] - rb), apart(one[2] - ra, rb - other[1]))
      return(shown(ra - rb, limits, length(people)))
    }
  } else if (sides[[1]]$se == 0 || sides[[2]]$se == 0) return(nothing(length(people)))
  sets <- ifelse(on_a & on_b, "both", ifelse(on_a, "a", "b"))
  parts <- sapply(split((za - zb)^2, sets), function(z) {
    n <- length(z)
    c((if (n > 1) n / (n - 1) else length(people) / (length(people) - 1)) * sum(z), max(n - 1, 1))
  })
  variance <- sum(parts[1, ])
  df <- min(variance^2 / sum(parts[1, ]^2 / parts[2, ]), length(people) - 1)
  half <- qt(0.975, df) * sqrt(variance)
  shown(ra - rb, ra - rb + c(-half, half), length(people))
}
`;

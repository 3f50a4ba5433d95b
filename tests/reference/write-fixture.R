# Writes a fixture that is the same bytes on every run: 12 significant digits, names in the order given.
suppressPackageStartupMessages(library(jsonlite))

folder <- file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "fixtures")

# One line for each entry, so that a change shows where it is.
write_fixture <- function(name, content) {
  as_json <- function(value) {
    toJSON(value, digits = I(12), auto_unbox = TRUE, na = "null", null = "null", dataframe = "columns")
  }
  lines <- paste0(sapply(names(content), as_json), ":", sapply(content, as_json))
  writeLines(c("{", paste0(lines, c(rep(",", length(lines) - 1), "")), "}"), file.path(folder, paste0(name, ".json")))
}

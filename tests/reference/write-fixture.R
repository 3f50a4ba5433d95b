# Writes a fixture: 12 significant digits, names in the order given. An entry `tolerance` says, by the name of another
# entry, how far (relatively) its numbers may be apart on two machines; the others must agree to 1e-9.
suppressPackageStartupMessages(library(jsonlite))

folder <- Sys.getenv("FIXTURES", "fixtures")

# One line for each entry, so that a change shows where it is.
write_fixture <- function(name, content) {
  as_json <- function(value) {
    toJSON(value, digits = I(12), auto_unbox = TRUE, na = "null", null = "null", dataframe = "columns")
  }
  lines <- paste0(sapply(names(content), as_json), ":", sapply(content, as_json))
  writeLines(c("{", paste0(lines, c(rep(",", length(lines) - 1), "")), "}"), file.path(folder, paste0(name, ".json")))
}

# Quantiles and probabilities of Student's t and the beta distribution, and the Benjamini–Hochberg adjustment, from R.
# Writes distributions.json.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "write-fixture.R"))

degrees <- c(0.3, 0.7, 1, 1.37, 2, 2.7, 3.3, 5, 9, 12.8, 29, 99.3, 317.7, 1395, 70000)
tails <- c(1e-8, 1e-4, 0.005, 0.025, 0.1, 0.3, 0.45)
probabilities <- c(tails, rev(1 - tails[-1]))
points <- c(-40, -6.5, -2.1, -0.9, -0.01, 0.3, 1.96, 3.7, 12)
shapes <- c(0.05, 0.4, 1, 1.5, 7.25, 30, 240.5, 1500)

grid <- function(...) expand.grid(..., KEEP.OUT.ATTRS = FALSE)
qt_grid <- grid(p = probabilities, df = degrees)
qt_grid$t <- qt(qt_grid$p, qt_grid$df)
pt_grid <- grid(t = points, df = degrees)
pt_grid$p <- pt(pt_grid$t, pt_grid$df)
qbeta_grid <- grid(p = c(0.001, 0.025, 0.3, 0.5, 0.9, 0.975), a = shapes, b = shapes)
qbeta_grid$x <- qbeta(qbeta_grid$p, qbeta_grid$a, qbeta_grid$b)
pbeta_grid <- grid(x = c(0.001, 0.04, 0.3, 0.5, 0.77, 0.99), a = shapes, b = shapes)
pbeta_grid$p <- pbeta(pbeta_grid$x, pbeta_grid$a, pbeta_grid$b)

raw <- list(
  c(0.01, 0.02, 0.03, 0.04, 0.05),
  c(0.2, 0.0004, 0.011, 0.8, 0.011, 1, 0.049, 0.0031),
  c(0.9, 0.9, 0.9),
  0.03,
  c(0, 0.5, 1e-12, 0.04)
)

write_fixture("distributions", list(
  qt = qt_grid,
  pt = pt_grid,
  qbeta = qbeta_grid,
  pbeta = pbeta_grid,
  adjusted = lapply(raw, function(p) list(p = I(p), q = I(p.adjust(p, method = "BH"))))
))

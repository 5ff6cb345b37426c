package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.triviumcrm.sales.release.IllegalPaper;

/** How much a paper can come to: a quantity and a price that can each be typed may be more together than can be kept. */
final class PaperLimits {

    /** Sums are kept with fifteen digits before the point. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

    private PaperLimits() {}

    /**
     * @param lines those that are written, in their order
     * @param base the net in the company's currency
     * @throws IllegalPaper at the quantity of the line that comes to most, or costs most, when one of the sums is too large
     */
    static void require(SavePaper input, List<PaperLine> lines, PaperSums sums, BigDecimal base) {
        BigDecimal cost = lines.stream()
                .filter(PaperLine::counts)
                .map(PaperLimits::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean fits = Stream.of(
                        sums.full(),
                        sums.net(),
                        sums.tax(),
                        sums.gross(),
                        sums.net().add(sums.tax()),
                        base,
                        cost)
                .allMatch(sum -> sum.abs().compareTo(LIMIT) < 0);
        if (!fits) {
            throw new IllegalPaper("lines[" + largest(input, lines) + "].quantity", "sales.quote.error.tooLarge");
        }
    }

    /** Its place in the form, where rows that nobody has filled in may stand between. */
    private static int largest(SavePaper input, List<PaperLine> lines) {
        int largest = 0;
        BigDecimal most = BigDecimal.ONE.negate();
        int place = 0;
        for (PaperLine line : lines) {
            while (input.getLines().get(place).isBlank()) {
                place++;
            }
            BigDecimal weight = line.counts() ? line.toSum().full().max(cost(line)) : BigDecimal.ZERO;
            if (weight.compareTo(most) > 0) {
                most = weight;
                largest = place;
            }
            place++;
        }
        return largest;
    }

    private static BigDecimal cost(PaperLine line) {
        return line.quantity() == null
                ? BigDecimal.ZERO
                : line.quantity().multiply(Objects.requireNonNullElse(line.cost(), BigDecimal.ZERO));
    }
}

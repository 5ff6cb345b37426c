package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.ValueClass;

/**
 * How many customers went from each class to each other between two months.
 *
 * @param rows from A, B, C and none, each to A, B, C and none
 * @param sameRules whether classes were made by the same rules in both
 */
public record MoveMatrix(YearMonth from, YearMonth to, List<Row> rows, boolean sameRules) {

    private static final List<@Nullable ValueClass> CLASSES =
            Arrays.asList(ValueClass.A, ValueClass.B, ValueClass.C, null);
    private static final int STRENGTHS = 4;

    /** @param was a class, or {@code -} for none */
    public record Row(String was, List<Cell> cells) {}

    /**
     * @param before what they brought within the time until the earlier month, in the company's currency
     * @param kind better, worse, or same
     * @param strength from 0 for nobody to 4 for the most that are not in the same class
     */
    public record Cell(
            String was, String is, long customers, BigDecimal before, BigDecimal after, String kind, int strength) {

        public boolean isNobody() {
            return AskMoves.NONE.equals(was) && AskMoves.NONE.equals(is);
        }
    }

    /** Who was in none of both months is not known, and not told. */
    static MoveMatrix of(
            MonthRepository.Taken from,
            MonthRepository.Taken to,
            List<MonthRepository.Standing> standings,
            List<MonthRepository.Move> moves) {
        List<Cell> cells = new ArrayList<>();
        for (ValueClass was : CLASSES) {
            for (ValueClass is : CLASSES) {
                cells.add(
                        was != null && is != null
                                ? moved(was, is, moves)
                                : rest(was, is, from.month(), to.month(), standings, moves));
            }
        }
        long most = cells.stream()
                .filter(cell -> !"same".equals(cell.kind()))
                .mapToLong(Cell::customers)
                .max()
                .orElse(0);
        List<Row> rows = CLASSES.stream()
                .map(was -> new Row(
                        name(was),
                        cells.stream()
                                .filter(cell -> cell.was().equals(name(was)))
                                .map(cell -> strong(cell, most))
                                .toList()))
                .toList();
        return new MoveMatrix(from.month(), to.month(), rows, from.rules().equals(to.rules()));
    }

    public long better() {
        return sum("better");
    }

    public long worse() {
        return sum("worse");
    }

    public long same() {
        return sum("same");
    }

    private long sum(String kind) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.kind().equals(kind))
                .mapToLong(Cell::customers)
                .sum();
    }

    private static Cell moved(ValueClass was, ValueClass is, List<MonthRepository.Move> moves) {
        return moves.stream()
                .filter(move -> move.from() == was && move.to() == is)
                .findFirst()
                .map(move -> cell(was, is, move.customers(), move.before(), move.after()))
                .orElseGet(() -> cell(was, is, 0, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    /** All of a class without those who are in any class in the other month. */
    private static Cell rest(
            @Nullable ValueClass was,
            @Nullable ValueClass is,
            YearMonth from,
            YearMonth to,
            List<MonthRepository.Standing> standings,
            List<MonthRepository.Move> moves) {
        if (was == is) {
            return cell(null, null, 0, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        Predicate<MonthRepository.Standing> all = one -> was == null
                ? one.valueClass() == is && one.month().equals(to)
                : one.valueClass() == was && one.month().equals(from);
        Predicate<MonthRepository.Move> stayed = move -> was == null ? move.to() == is : move.from() == was;
        Function<MonthRepository.Move, BigDecimal> amount =
                was == null ? MonthRepository.Move::after : MonthRepository.Move::before;
        long customers = standings.stream()
                        .filter(all)
                        .mapToLong(MonthRepository.Standing::customers)
                        .sum()
                - moves.stream()
                        .filter(stayed)
                        .mapToLong(MonthRepository.Move::customers)
                        .sum();
        BigDecimal brought = standings.stream()
                .filter(all)
                .map(MonthRepository.Standing::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(moves.stream().filter(stayed).map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        return cell(
                was, is, customers, was == null ? BigDecimal.ZERO : brought, was == null ? brought : BigDecimal.ZERO);
    }

    private static Cell cell(
            @Nullable ValueClass was, @Nullable ValueClass is, long customers, BigDecimal before, BigDecimal after) {
        String kind = was == is ? "same" : AskMoves.byAfter(was, is) ? "better" : "worse";
        return new Cell(name(was), name(is), customers, before, after, kind, 0);
    }

    private static Cell strong(Cell cell, long most) {
        int strength = "same".equals(cell.kind()) || cell.customers() == 0
                ? 0
                : (int) (1 + (STRENGTHS - 1) * cell.customers() / most);
        return new Cell(cell.was(), cell.is(), cell.customers(), cell.before(), cell.after(), cell.kind(), strength);
    }

    static String name(@Nullable ValueClass one) {
        return one == null ? AskMoves.NONE : one.name();
    }
}

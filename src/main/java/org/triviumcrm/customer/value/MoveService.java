package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** How customers moved between classes. Figures are of all customers, lists of those that the viewer sees. */
@Service
@Transactional(readOnly = true)
public class MoveService {

    static final int PAGE = 50;
    private static final int QUARTER = 3;

    private final Measures measures;
    private final MonthRepository months;
    private final MoveRepository moves;

    MoveService(Measures measures, MonthRepository months, MoveRepository moves) {
        this.measures = measures;
        this.months = months;
        this.moves = moves;
    }

    @CanViewValues
    List<CustomerMeasure> measures(Viewer viewer) {
        return measures.of(viewer);
    }

    /** @throws NotFound when the viewer is told no such measure */
    @CanViewValues
    CustomerMeasure measure(Viewer viewer, @Nullable String key) {
        return measures.of(viewer, key);
    }

    /** The months that can be compared, the latest first. */
    @CanViewValues
    List<YearMonth> months(Viewer viewer, CustomerMeasure measure) {
        return taken(viewer, measure).stream().map(MonthRepository.Taken::month).toList();
    }

    /** All months that are kept, with the customers of each class. */
    @CanViewValues
    List<MonthRepository.Standing> standings(Viewer viewer, CustomerMeasure measure) {
        return months.standings(measures.of(viewer, measure.key()));
    }

    /**
     * Empty while there are no two months. Where the months asked for are none to be compared: the latest, and a quarter before that or as long
     * as there is.
     */
    @CanViewValues
    Optional<MoveMatrix> matrix(Viewer viewer, AskMoves asked) {
        CustomerMeasure measure = measures.of(viewer, asked.measure());
        List<MonthRepository.Taken> taken = taken(viewer, measure);
        List<YearMonth> all = taken.stream().map(MonthRepository.Taken::month).toList();
        if (all.size() < 2) {
            return Optional.empty();
        }
        YearMonth to = asked.toAmong(all).orElse(all.get(0));
        YearMonth from = asked.fromAmong(all).filter(month -> !month.equals(to)).orElseGet(() -> usual(all, to));
        YearMonth first = from.isBefore(to) ? from : to;
        YearMonth last = from.isBefore(to) ? to : from;
        return Optional.of(MoveMatrix.of(
                of(taken, first), of(taken, last), months.standings(measure), months.moves(measure, first, last)));
    }

    /**
     * Those of a cell, {@value #PAGE} and one more where there are more.
     *
     * @throws NotFound when it is no cell of any matrix
     */
    @CanViewValues
    List<Moved> list(Viewer viewer, AskMoves asked) {
        CustomerMeasure measure = measures.of(viewer, asked.measure());
        List<YearMonth> all = months(viewer, measure);
        YearMonth from = asked.fromAmong(all).orElseThrow(NotFound::new);
        YearMonth to = asked.toAmong(all).filter(from::isBefore).orElseThrow(NotFound::new);
        ValueClass was = AskMoves.valueClass(asked.was());
        ValueClass is = AskMoves.valueClass(asked.is());
        if (was == null && is == null) {
            throw new NotFound();
        }
        return moves.list(
                measure,
                from,
                to,
                was,
                is,
                viewer.scope("customer"),
                behind(asked),
                asked.afterId() == null ? 0 : asked.afterId(),
                PAGE + 1);
    }

    private List<MonthRepository.Taken> taken(Viewer viewer, CustomerMeasure measure) {
        return months.taken(measures.of(viewer, measure.key()));
    }

    private static YearMonth usual(List<YearMonth> all, YearMonth to) {
        List<YearMonth> others = all.stream().filter(month -> !month.equals(to)).toList();
        return others.stream()
                .filter(month -> month.isBefore(to) && !month.isBefore(to.minusMonths(QUARTER)))
                .reduce((later, earlier) -> earlier)
                .orElse(others.get(0));
    }

    private static MonthRepository.Taken of(List<MonthRepository.Taken> taken, YearMonth month) {
        return taken.stream()
                .filter(one -> one.month().equals(month))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static @Nullable BigDecimal behind(AskMoves asked) {
        String amount = asked.afterAmount();
        return amount != null && asked.afterId() != null && amount.matches("\\d{1,17}(\\.\\d{1,2})?")
                ? new BigDecimal(amount)
                : null;
    }
}

package org.triviumcrm.sales.number;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of papers, counted without gaps. */
@Component
public class PaperNumbers {

    private final NumberRepository numbers;
    private final List<NumberedPapers> papers;

    PaperNumbers(NumberRepository numbers, List<NumberedPapers> papers) {
        this.numbers = numbers;
        this.papers = List.copyOf(papers);
    }

    /**
     * The next one that no paper has. It is taken in the transaction that writes the paper: when that fails, the next paper gets it; until
     * it ends, others of the same period wait.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(NumberKind kind, LocalDate day) {
        NumberPattern pattern = numbers.pattern(kind);
        String period = pattern.period(day);
        return firstFree(kind, pattern, day, () -> numbers.count(kind, period));
    }

    /** What the next one would be. */
    String expected(NumberKind kind, NumberPattern pattern, LocalDate day) {
        long[] last = {numbers.last(kind, pattern.period(day))};
        return firstFree(kind, pattern, day, () -> ++last[0]);
    }

    private String firstFree(NumberKind kind, NumberPattern pattern, LocalDate day, LongSupplier count) {
        String number;
        do {
            number = pattern.write(day, count.getAsLong());
        } while (isTaken(kind, number));
        return number;
    }

    private boolean isTaken(NumberKind kind, String number) {
        return papers.stream().anyMatch(some -> some.kind() == kind && some.isTaken(number));
    }

    /** Those that there are papers of. */
    List<NumberKind> kinds() {
        return papers.stream().map(NumberedPapers::kind).distinct().sorted().toList();
    }
}

package org.triviumcrm.sales.number;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of papers, counted without gaps. */
@Component
public class PaperNumbers {

    private final NumberRepository numbers;

    PaperNumbers(NumberRepository numbers) {
        this.numbers = numbers;
    }

    /**
     * The next one. It is taken in the transaction that writes the paper: when that fails, the next paper gets it; until it ends, others
     * of the same period wait.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(NumberKind kind, LocalDate day) {
        NumberPattern pattern = numbers.pattern(kind);
        return pattern.write(day, numbers.count(kind, pattern.period(day)));
    }
}

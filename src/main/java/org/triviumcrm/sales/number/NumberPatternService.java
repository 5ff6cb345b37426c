package org.triviumcrm.sales.number;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;

/** How papers are numbered from now on; what has a number keeps it. */
@Service
public class NumberPatternService {

    private final NumberRepository numbers;
    private final PaperNumbers papers;
    private final Companies companies;
    private final Clock clock;

    NumberPatternService(NumberRepository numbers, PaperNumbers papers, Companies companies, Clock clock) {
        this.numbers = numbers;
        this.papers = papers;
        this.companies = companies;
        this.clock = clock;
    }

    @CanManageNumbers
    @Transactional(readOnly = true)
    public List<NumberRule> all(Viewer viewer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.zone());
        return papers.kinds().stream().map(kind -> rule(kind, today)).toList();
    }

    private NumberRule rule(NumberKind kind, LocalDate today) {
        NumberPattern pattern = numbers.pattern(kind);
        return new NumberRule(kind, pattern, papers.expected(kind, pattern, today));
    }

    @CanManageNumbers
    @Transactional
    public void save(Viewer viewer, Map<NumberKind, NumberPattern> patterns) {
        patterns.forEach(numbers::choose);
    }
}

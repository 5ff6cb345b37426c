package org.triviumcrm.sales.quota;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttainedRow;

/** The opportunities, contracts or receipts behind what was attained. */
@Service
class CountedService {

    static final int SIZE = 50;

    private final Attainments attainments;
    private final Companies companies;
    private final Clock clock;

    CountedService(Attainments attainments, Companies companies, Clock clock) {
        this.attainments = attainments;
        this.companies = companies;
        this.clock = clock;
    }

    /** @param after null at the beginning */
    @CanViewQuotas
    @Transactional(readOnly = true)
    public CountedPage page(Viewer viewer, QuotaFilter filter, QuotaNode node, AttainedRow.@Nullable After after) {
        YearMonth present = YearMonth.now(clock.withZone(viewer.zone()));
        Period period = Period.read(filter.period()).orElse(Period.year(present.getYear()));
        List<AttainedRow> found = attainments.rows(viewer, filter, node, period, after, SIZE + 1);
        List<AttainedRow> shown = found.subList(0, Math.min(found.size(), SIZE));
        YearMonth last = YearMonth.from(period.last());
        String path = QuotaLinks.page(node.subject(), node.id());
        return new CountedPage(
                node,
                period,
                filter,
                shown,
                Attainments.sum(attainments.of(viewer, filter, node, period.start(), last), period),
                companies.currency(),
                found.size() > SIZE ? next(filter.href(path + "/rows", period, null), shown.get(SIZE - 1)) : null,
                filter.href(path, period.whole(), null));
    }

    private static String next(String page, AttainedRow last) {
        return UriComponentsBuilder.fromUriString(page)
                .queryParam("day", last.day())
                .queryParam("after", last.id())
                .toUriString();
    }
}

package org.triviumcrm.insight.marketing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.roi.CanViewReturns;
import org.triviumcrm.insight.roi.Extremes;
import org.triviumcrm.insight.roi.Returns.Line;
import org.triviumcrm.insight.roi.RoiCut;
import org.triviumcrm.insight.roi.RoiFilter;
import org.triviumcrm.insight.roi.RoiService;
import org.triviumcrm.shared.format.Format;

/** What a marketing manager looks at first: a year's money, what does best and worst, and what asks for somebody. */
@Service
class MarketingDashboardService {

    static final int DAYS_AHEAD = 30;
    private static final int FEW = 5;
    private static final int MONTHS = 12;

    private final RoiService returns;
    private final CampaignOutlookRepository campaigns;
    private final Companies companies;
    private final Format format;

    MarketingDashboardService(
            RoiService returns, CampaignOutlookRepository campaigns, Companies companies, Format format) {
        this.returns = returns;
        this.campaigns = campaigns;
        this.companies = companies;
        this.format = format;
    }

    /** @param filter with nothing open */
    @CanViewReturns
    @Transactional(readOnly = true)
    public MarketingYear of(Viewer viewer, MarketingFilter filter) {
        Scope scope = viewer.scope("campaign");
        ZoneId zone = companies.zone();
        LocalDate today = format.today();
        LocalDate first = LocalDate.of(filter.asked(), 1, 1);
        LocalDate last = first.plusYears(1).minusDays(1);
        LocalDate until = first.isAfter(today) || last.isBefore(today) ? last : today;
        RoiFilter year = RoiFilter.months(YearMonth.from(first), YearMonth.from(until), filter.reckoning());
        Extremes extremes = returns.extremes(viewer, year.by(RoiCut.CAMPAIGN, false), zone, FEW);
        List<Line> best = withReturn(extremes.best());
        return new MarketingYear(
                first,
                until,
                campaigns.budgets(scope, first, until),
                extremes.total(),
                best,
                others(withReturn(extremes.worst()), best),
                year.href(RoiCut.CAMPAIGN),
                year.by(RoiCut.CAMPAIGN, true).href(RoiCut.CAMPAIGN),
                returns.lines(viewer, year.by(RoiCut.MONTH, false), zone, MONTHS),
                campaigns.agenda(scope, today, DAYS_AHEAD, zone));
    }

    private static List<Line> withReturn(List<Line> some) {
        return some.stream().filter(line -> line.roi() != null).toList();
    }

    private static List<Line> others(List<Line> some, List<Line> known) {
        Set<String> places = known.stream().map(Line::href).collect(Collectors.toSet());
        return some.stream().filter(line -> !places.contains(line.href())).toList();
    }
}

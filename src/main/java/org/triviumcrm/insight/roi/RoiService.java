package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.roi.Returns.Line;
import org.triviumcrm.insight.roi.Returns.Square;
import org.triviumcrm.insight.roi.Returns.Ways;
import org.triviumcrm.insight.roi.RoiRepository.Cell;
import org.triviumcrm.insight.roi.RoiRepository.Ends;
import org.triviumcrm.insight.roi.RoiRepository.Found;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.NotFound;

/**
 * The return of campaigns: (revenue - cost) / cost. Revenue is the share of what was won that the reckoning gives a campaign, in
 * the month it was won, and what media report of it; cost is what was spent in the same months, counted once however many wins there are. Both are in the
 * company's currency by the rate of their day, so refunds and late costs count in their own month.
 */
@Service
public class RoiService {

    private static final int SHOWN = 100;
    private static final int EXPORTED = 100_000;
    private static final String CAMPAIGN = "campaign";

    private final RoiRepository returns;
    private final RoiWays ways;
    private final Companies companies;
    private final Format format;
    private final MessageSource messages;

    RoiService(RoiRepository returns, RoiWays ways, Companies companies, Format format, MessageSource messages) {
        this.returns = returns;
        this.ways = ways;
        this.companies = companies;
        this.format = format;
        this.messages = messages;
    }

    /** @param filter with nothing open */
    @CanViewReturns
    @Transactional(readOnly = true)
    public Returns of(Viewer viewer, RoiFilter filter) {
        Found found = returns.found(viewer.scope(CAMPAIGN), filter, companies.zone(), SHOWN + 1);
        return new Returns(
                found.rows().stream().limit(SHOWN).map(row -> line(filter, row)).toList(),
                total(filter, found.total()),
                found.cells().stream().map(cell -> square(filter, cell)).toList(),
                found.bands().stream()
                        .map(row -> line(filter.by(RoiCut.BAND, false), row))
                        .toList(),
                found.rows().size() > SHOWN);
    }

    /**
     * What does best and worst of a cut, and all together.
     *
     * @param filter with nothing open
     * @param zone of the company
     * @param few how many of each
     */
    @CanViewReturns
    @Transactional(readOnly = true)
    public Extremes extremes(Viewer viewer, RoiFilter filter, ZoneId zone, int few) {
        Ends ends = returns.ends(viewer.scope(CAMPAIGN), filter, zone, few);
        return new Extremes(
                ends.best().stream().map(row -> line(filter, row)).toList(),
                ends.worst().stream().map(row -> line(filter, row)).toList(),
                total(filter, ends.total()));
    }

    /**
     * Some rows of a cut alone.
     *
     * @param filter with nothing open
     * @param zone of the company
     * @param most how many at most
     */
    @CanViewReturns
    @Transactional(readOnly = true)
    public List<Line> lines(Viewer viewer, RoiFilter filter, ZoneId zone, int most) {
        return returns.rows(viewer.scope(CAMPAIGN), filter, zone, most).stream()
                .map(row -> line(filter, row))
                .toList();
    }

    /**
     * All rows of a cut, and the line that adds them up.
     *
     * @param filter with nothing open
     * @throws AccessDeniedException for somebody who may not see returns
     */
    @CanExportReturns
    @Transactional(readOnly = true)
    public List<Line> export(Viewer viewer, RoiFilter filter) {
        if (!viewer.can("marketing.return.view")) {
            throw new AccessDeniedException("No returns for this viewer");
        }
        ZoneId zone = companies.zone();
        List<Line> all = new ArrayList<>(lines(viewer, filter, zone, EXPORTED));
        all.add(total(viewer, filter, zone));
        return all;
    }

    /**
     * All of them together.
     *
     * @param filter with nothing open
     * @param zone of the company
     */
    @CanViewReturns
    @Transactional(readOnly = true)
    public Line total(Viewer viewer, RoiFilter filter, ZoneId zone) {
        return total(filter, returns.total(viewer.scope(CAMPAIGN), filter, zone));
    }

    /**
     * What a campaign alone has cost and brought, in the months asked for.
     *
     * @param filter with nothing open
     * @throws NotFound for a campaign that the viewer does not see
     */
    @CanViewReturns
    @Transactional(readOnly = true)
    public Line campaign(Viewer viewer, long id, RoiFilter filter) {
        Scope scope = viewer.scope(CAMPAIGN);
        RoiFilter alone = filter.by(RoiCut.CAMPAIGN, false);
        return line(alone, returns.campaign(scope, id, alone, companies.zone()).orElseThrow(NotFound::new));
    }

    private Line line(RoiFilter filter, RoiRow row) {
        return line(
                row, name(filter, row), filter.campaigns(row.key(), row.lowest(), row.highest()), ways.of(filter, row));
    }

    private Line total(RoiFilter filter, RoiRow row) {
        return line(row, text("insight.return.total"), filter.href(RoiCut.CAMPAIGN), ways.ofAll(filter));
    }

    private static Line line(RoiRow row, String name, String href, Ways ways) {
        return new Line(
                name,
                href,
                row.campaigns(),
                row.cost(),
                row.revenue(),
                row.reported(),
                row.pipeline(),
                row.roi(),
                counted(row.participants()),
                row.costPerParticipant(),
                counted(row.leads()),
                row.costPerLead(),
                counted(row.opportunities()),
                row.costPerOpportunity(),
                counted(row.wins()),
                row.costPerWin(),
                counted(row.converted()),
                row.conversion(),
                ways);
    }

    /** A whole number where it is one, else with two decimals at most. */
    static BigDecimal counted(BigDecimal some) {
        BigDecimal rounded = some.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private String name(RoiFilter filter, RoiRow row) {
        if (row.name() != null) {
            return row.name();
        }
        return switch (filter.by()) {
            case MONTH -> format.month(YearMonth.parse(row.key()));
            case BAND -> band(row);
            case PRODUCT -> text("insight.return.noProduct");
            default -> text("insight.return.noRegion");
        };
    }

    private String band(RoiRow row) {
        String currency = companies.currency();
        if (row.highest().signum() <= 0) {
            return text("insight.return.noCost");
        }
        return row.lowest().equals(row.highest())
                ? format.wholeMoney(row.lowest(), currency)
                : format.wholeMoney(row.lowest(), currency) + " – " + format.wholeMoney(row.highest(), currency);
    }

    private Square square(RoiFilter filter, Cell cell) {
        BigDecimal cost = cell.cost();
        String region = cell.region() == null ? "" : cell.region();
        BigDecimal roi = cost.signum() <= 0
                ? null
                : cell.revenue().subtract(cost).movePointRight(2).divide(cost, 2, RoundingMode.HALF_UP);
        return new Square(
                cell.method(),
                cell.region() == null ? text("insight.return.noRegion") : cell.region(),
                cost,
                cell.revenue(),
                roi,
                filter.cell(cell.methodId(), region).href(RoiCut.CAMPAIGN),
                filter.cell(cell.methodId(), null).href(RoiCut.CAMPAIGN),
                filter.cell(null, region).href(RoiCut.CAMPAIGN));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

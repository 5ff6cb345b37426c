package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.roi.Brought.Paper;
import org.triviumcrm.insight.roi.Brought.Reckoned;
import org.triviumcrm.insight.roi.Brought.Row;
import org.triviumcrm.insight.roi.Brought.Sum;
import org.triviumcrm.insight.roi.BroughtFilter.Place;
import org.triviumcrm.sales.AttributionModel;
import org.triviumcrm.shared.web.NotFound;

/**
 * The rows that figures of returns are made of: which opportunities campaigns have brought, with their contracts, and how much of each
 * counts for whom. The sum is that of the figure; opportunities that the viewer does not see are in it, and are only counted.
 */
@Service
class BroughtService {

    private final BroughtRepository brought;
    private final RoiWays ways;

    BroughtService(BroughtRepository brought, RoiWays ways) {
        this.brought = brought;
        this.ways = ways;
    }

    /**
     * A page of them.
     *
     * @param most how many rows
     */
    @CanViewReturns
    @Transactional(readOnly = true)
    public Brought of(Viewer viewer, BroughtFilter filter, int most) {
        Scope campaigns = viewer.scope("campaign");
        Scope opportunities = scope(viewer, "opportunity", "sales.opportunity.view");
        Sum all = brought.sum(campaigns, filter);
        Sum hidden = opportunities instanceof Scope.Everything
                ? Sum.NONE
                : all.without(brought.seen(campaigns, opportunities, filter));
        List<Row> rows = brought.rows(campaigns, opportunities, filter, most + 1);
        List<Row> page = rows.subList(0, Math.min(most, rows.size()));
        boolean won = filter.outcome() == BroughtOutcome.WON;
        return new Brought(
                withContracts(viewer, page),
                all,
                hidden,
                won ? brought.reported(campaigns, filter) : BigDecimal.ZERO,
                won ? ways.reported(filter) : null,
                rows.size() > most ? next(filter, page) : null);
    }

    /** What a campaign has won by every reckoning, whenever; nothing for one that the viewer does not see. */
    @CanViewReturns
    @Transactional(readOnly = true)
    public List<Reckoned> reckoned(Viewer viewer, long campaign) {
        Map<AttributionModel, BigDecimal> won = brought.won(viewer.scope("campaign"), campaign);
        return Stream.of(AttributionModel.values())
                .map(model -> new Reckoned(
                        model,
                        won.getOrDefault(model, BigDecimal.ZERO),
                        BroughtFilter.of(RoiFilter.ever(model), false)
                                .of(campaign)
                                .being(BroughtOutcome.WON)
                                .href()))
                .toList();
    }

    /**
     * What the campaign that is asked for is called; null where none is.
     *
     * @throws NotFound for a campaign that the viewer does not see
     */
    @CanViewReturns
    @Transactional(readOnly = true)
    public @Nullable String name(Viewer viewer, @Nullable Long campaign) {
        return campaign == null
                ? null
                : brought.name(viewer.scope("campaign"), campaign).orElseThrow(NotFound::new);
    }

    private List<Row> withContracts(Viewer viewer, List<Row> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<Long> ids = rows.stream().map(Row::opportunityId).distinct().toList();
        Map<Long, List<Paper>> signed =
                brought.contracts(scope(viewer, "contract", "sales.contract.view"), ids).stream()
                        .collect(Collectors.groupingBy(Paper::opportunityId));
        return rows.stream()
                .map(row -> row.with(signed.getOrDefault(row.opportunityId(), List.of())))
                .toList();
    }

    private static String next(BroughtFilter filter, List<Row> page) {
        Row last = page.get(page.size() - 1);
        return filter.from(new Place(last.countedOn(), last.opportunityId(), last.campaignId()).written())
                .href();
    }

    private static Scope scope(Viewer viewer, String kind, String permission) {
        return viewer.can(permission) ? viewer.scope(kind) : new Scope.Nothing();
    }
}

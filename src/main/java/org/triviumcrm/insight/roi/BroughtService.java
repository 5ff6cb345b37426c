package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
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

    private static final int PIECE = 1_000;

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

    /**
     * All that the viewer sees, the latest first. Read piece by piece while the file is written, so that it need not fit into memory.
     *
     * @throws AccessDeniedException for somebody who may not see returns, or may not take opportunities along
     */
    @CanExportReturns
    public Iterator<Row> export(Viewer viewer, BroughtFilter filter) {
        if (!viewer.can("marketing.return.view") || !viewer.can("sales.opportunity.export")) {
            throw new AccessDeniedException("No opportunities of campaigns for this viewer");
        }
        return new Pieces(viewer, filter);
    }

    private final class Pieces implements Iterator<Row> {

        private final Viewer viewer;
        private BroughtFilter asked;
        private Iterator<Row> piece = Collections.emptyIterator();
        private boolean more = true;

        Pieces(Viewer viewer, BroughtFilter filter) {
            this.viewer = viewer;
            this.asked = filter.from("");
        }

        @Override
        public boolean hasNext() {
            if (!piece.hasNext() && more) {
                List<Row> rows = brought.rows(
                        viewer.scope("campaign"), scope(viewer, "opportunity", "sales.opportunity.view"), asked, PIECE);
                more = rows.size() == PIECE;
                asked = rows.isEmpty() ? asked : asked.from(place(rows));
                piece = withContracts(viewer, rows).iterator();
            }
            return piece.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return piece.next();
        }
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
        return filter.from(place(page)).href();
    }

    private static String place(List<Row> rows) {
        Row last = rows.get(rows.size() - 1);
        return new Place(last.countedOn(), last.opportunityId(), last.campaignId()).written();
    }

    private static Scope scope(Viewer viewer, String kind, String permission) {
        return viewer.can(permission) ? viewer.scope(kind) : new Scope.Nothing();
    }
}

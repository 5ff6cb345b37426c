package org.triviumcrm.marketing.board;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.board.CampaignBoardRepository.After;
import org.triviumcrm.marketing.board.CampaignBoardRepository.Total;
import org.triviumcrm.marketing.campaign.CampaignFilter;
import org.triviumcrm.marketing.exit.CampaignState;

/** Campaigns, a column a state. */
@Service
@Transactional(readOnly = true)
public class CampaignBoardService {

    static final int CARDS = 20;

    private final CampaignBoardRepository board;

    CampaignBoardService(CampaignBoardRepository board) {
        this.board = board;
    }

    /** All states with their first cards. */
    @CanViewCampaignBoard
    public List<CampaignColumn> columns(Viewer viewer, CampaignFilter narrow) {
        return columns(viewer, narrow, List.of(CampaignState.values()), null);
    }

    /** One column, from its beginning or from behind a card. */
    @CanViewCampaignBoard
    public CampaignColumn column(Viewer viewer, CampaignFilter narrow, CampaignState state, @Nullable String after) {
        return columns(viewer, narrow, List.of(state), after == null ? null : After.parse(after))
                .get(0);
    }

    private List<CampaignColumn> columns(
            Viewer viewer, CampaignFilter narrow, List<CampaignState> states, @Nullable After after) {
        Scope scope = viewer.scope("campaign");
        Map<CampaignState, List<CampaignCard>> cards = board.cards(scope, narrow, states, CARDS + 1, after).stream()
                .collect(Collectors.groupingBy(CampaignCard::state));
        Map<CampaignState, Total> totals = board.totals(scope, narrow, states);
        return states.stream()
                .map(state -> column(
                        viewer,
                        state,
                        cards.getOrDefault(state, List.of()),
                        totals.getOrDefault(state, Total.none(state))))
                .toList();
    }

    private static CampaignColumn column(Viewer viewer, CampaignState state, List<CampaignCard> found, Total total) {
        List<CampaignCard> shown = found.stream().limit(CARDS).toList();
        String targets =
                CampaignMove.targets(viewer, state).stream().map(Enum::name).collect(Collectors.joining(" "));
        return new CampaignColumn(
                state,
                shown,
                total.count(),
                total.budget(),
                total.cost(),
                targets,
                found.size() > CARDS ? After.of(shown.get(CARDS - 1)) : null);
    }
}

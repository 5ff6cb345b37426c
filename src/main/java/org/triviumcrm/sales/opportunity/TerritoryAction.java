package org.triviumcrm.sales.opportunity;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.territory.TerritoryChoice;
import org.triviumcrm.sales.territory.TerritoryReadService;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Puts many opportunities into a territory at once, or back to where the rules put them. */
@Component
@Order(8)
class TerritoryAction implements BulkAction<PlaceOpportunity> {

    private final OpportunityTerritoryService places;
    private final TerritoryReadService territories;

    TerritoryAction(OpportunityTerritoryService places, TerritoryReadService territories) {
        this.places = places;
        this.territories = territories;
    }

    @Override
    public String key() {
        return "place";
    }

    @Override
    public String noun() {
        return OpportunityList.NOUN;
    }

    @Override
    public String permission() {
        return "sales.opportunity.edit";
    }

    @Override
    public String label() {
        return "sales.territory.place";
    }

    @Override
    public String icon() {
        return "map-pin";
    }

    @Override
    public Class<PlaceOpportunity> input() {
        return PlaceOpportunity.class;
    }

    @Override
    public String template() {
        return "sales/opportunity/bulk";
    }

    @Override
    public Object proposal(Viewer viewer) {
        return new PlaceOpportunity(null);
    }

    @Override
    public Map<String, Object> choices(Viewer viewer) {
        List<Option> options = territories.choices(viewer).stream()
                .map(choice -> new Option(choice.id(), choice.path()))
                .toList();
        return Map.of("territories", options);
    }

    /** @throws NotFound when there is no such territory */
    @Override
    public void check(Viewer viewer, PlaceOpportunity input) {
        Long chosen = input.territoryId();
        if (chosen != null
                && territories.choices(viewer).stream().map(TerritoryChoice::id).noneMatch(chosen::equals)) {
            throw new NotFound();
        }
    }

    @Override
    public Map<Long, BulkRefusal> apply(BulkBatch batch, PlaceOpportunity input) {
        return places.placeMany(batch.viewer(), batch.runId(), batch.ids(), input);
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public Map<Long, BulkRefusal> undo(BulkBatch batch, PlaceOpportunity input) {
        return places.takeBack(batch.viewer(), batch.runId(), batch.ids(), input);
    }
}

package org.triviumcrm.sales.territory;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldTable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.RecordWriter;

/** The territories that a person manages: whoever takes them over sees what lies in them. */
@Component
class HeldTerritories extends HeldTable {

    private final TerritoryManagerRepository managers;

    HeldTerritories(TerritoryManagerRepository managers, RecordWriter records, Clock clock) {
        super(managers.held(), records, clock);
        this.managers = managers;
    }

    @Override
    public String key() {
        return "territory";
    }

    @Override
    public String label() {
        return "sales.territory.managed";
    }

    @Override
    public int order() {
        return 310;
    }

    @Override
    public String permission() {
        return "sales.territory.manage";
    }

    @Override
    public List<HeldLine> held(Viewer viewer, long personId) {
        return managers.of(personId);
    }
}

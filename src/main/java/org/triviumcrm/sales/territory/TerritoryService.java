package org.triviumcrm.sales.territory;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What administrators do with territories. */
@Service
@Transactional
class TerritoryService {

    private final TerritoryRepository territories;
    private final TerritoryTreeRepository tree;
    private final TerritoryRunRepository runs;
    private final TerritoryConditions conditions;
    private final TerritoryReadService reading;
    private final Clock clock;

    TerritoryService(
            TerritoryRepository territories,
            TerritoryTreeRepository tree,
            TerritoryRunRepository runs,
            TerritoryConditions conditions,
            TerritoryReadService reading,
            Clock clock) {
        this.territories = territories;
        this.tree = tree;
        this.runs = runs;
        this.conditions = conditions;
        this.reading = reading;
        this.clock = clock;
    }

    @CanManageTerritories
    @Transactional(readOnly = true)
    public SaveTerritory find(Viewer viewer, long id) {
        return conditions.of(load(id));
    }

    /** How many opportunities lie in it. */
    @CanManageTerritories
    @Transactional(readOnly = true)
    public long held(Viewer viewer, long id) {
        return tree.held(load(id).getId());
    }

    /** @throws TerritoryRefusal when the name is taken, or there is no such parent */
    @CanManageTerritories
    public void create(Viewer viewer, SaveTerritory input) {
        tree.lock();
        check(viewer, input, null);
        territories.saveAndFlush(new Territory(input, conditions.write(input), clock));
    }

    /**
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws TerritoryRefusal when the name is taken, or it would lie below itself
     */
    @CanManageTerritories
    public void update(Viewer viewer, long id, SaveTerritory input) {
        tree.lock();
        Territory territory = load(id);
        EditConflict.refuseStale(Territory.class, id, input.version(), territory.getVersion());
        check(viewer, input, id);
        territory.change(input, conditions.write(input), clock);
        territories.flush();
    }

    /**
     * Takes a territory away: those below hang below its parent at once, what lies in it goes elsewhere in the background, and with
     * the last of it the territory itself.
     *
     * @throws TerritoryRefusal when what is in it can't go there
     */
    @CanManageTerritories
    public void remove(Viewer viewer, long id, RemoveTerritory input) {
        tree.lock();
        Territory territory = load(id);
        if (input.toId() != null && !isAmongOthers(viewer, input.toId(), null)
                || Long.valueOf(id).equals(input.toId())) {
            throw new TerritoryRefusal("toId", "sales.territory.error.gone");
        }
        territories.findByParentId(id).forEach(child -> child.hangBelow(territory.getParentId(), clock));
        territory.close(clock);
        territories.flush();
        runs.start(
                TerritoryRun.Kind.REMOVAL, id, territory.getName(), input.toId(), viewer.personId(), clock.instant());
    }

    /**
     * Has the rules look at all opportunities again, in the background.
     *
     * @return false when they do so already
     */
    @CanManageTerritories
    public boolean run(Viewer viewer) {
        return runs.start(TerritoryRun.Kind.RULES, null, null, null, viewer.personId(), clock.instant());
    }

    private void check(Viewer viewer, SaveTerritory input, @Nullable Long id) {
        if (territories
                .findByNameIgnoreCase(input.name().strip())
                .filter(other -> id == null || other.getId() != id)
                .isPresent()) {
            throw new TerritoryRefusal("name", "sales.territory.error.nameTaken");
        }
        Integer least = input.minEmployees();
        Integer most = input.maxEmployees();
        if (least != null && most != null && most < least) {
            throw new TerritoryRefusal("maxEmployees", "sales.territory.error.range");
        }
        if (input.parentId() != null && !isAmongOthers(viewer, input.parentId(), id)) {
            throw new TerritoryRefusal("parentId", "sales.territory.error.circle");
        }
    }

    private boolean isAmongOthers(Viewer viewer, long wanted, @Nullable Long id) {
        return reading.others(viewer, id).stream().anyMatch(other -> other.id() == wanted);
    }

    private Territory load(long id) {
        return territories.findById(id).orElseThrow(NotFound::new);
    }
}

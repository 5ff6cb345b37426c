package org.triviumcrm.sales.unit;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The list of units to choose from when an opportunity is lost. */
@Service
public class ProductUnitService {

    private final ProductUnitRepository units;
    private final Clock clock;

    ProductUnitService(ProductUnitRepository units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Those that can be chosen. @param present one that is chosen already and may stay so */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> options(Viewer viewer, @Nullable Long present) {
        return units.findByOrderByNameAsc().stream()
                .filter(one -> one.isActive() || present != null && present == one.getId())
                .map(one -> new Option(one.getId(), one.getName()))
                .toList();
    }

    @CanManageProductUnits
    @Transactional(readOnly = true)
    List<ProductUnit> all(Viewer viewer) {
        return units.findByOrderByNameAsc();
    }

    @CanManageProductUnits
    @Transactional(readOnly = true)
    ProductUnit find(Viewer viewer, long id) {
        return units.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageProductUnits
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return units.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    @CanManageProductUnits
    @Transactional
    void create(Viewer viewer, SaveProductUnit input) {
        units.save(new ProductUnit(input, clock));
    }

    @CanManageProductUnits
    @Transactional
    void update(Viewer viewer, long id, SaveProductUnit input) {
        ProductUnit unit = find(viewer, id);
        EditConflict.refuseStale(ProductUnit.class, id, input.version(), unit.getVersion());
        unit.change(input, clock);
    }
}

package org.triviumcrm.sales.category;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The list of categories to choose from when an opportunity is lost. */
@Service
public class ProductCategoryService {

    private final ProductCategoryRepository categories;
    private final Clock clock;

    ProductCategoryService(ProductCategoryRepository categories, Clock clock) {
        this.categories = categories;
        this.clock = clock;
    }

    /** Those that can be chosen, by the way to them. @param present one that is chosen already and may stay so */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, @Nullable Long present) {
        return paths().stream()
                .filter(one -> one.active() || present != null && present == one.id())
                .map(one -> new Option(one.id(), one.name()))
                .toList();
    }

    /** Whether a product can be put there. */
    @SignedIn
    @Transactional(readOnly = true)
    public boolean isChoice(Viewer viewer, long id) {
        return categories.findById(id).filter(ProductCategory::isActive).isPresent();
    }

    /** Where one may be put: anywhere but below itself. */
    @CanManageProductCategories
    @Transactional(readOnly = true)
    List<Option> parents(Viewer viewer, long id) {
        List<CategoryPath> all = paths();
        return all.stream()
                .filter(one -> one.ids().stream().noneMatch(above -> above == id))
                .map(one -> new Option(one.id(), one.name()))
                .toList();
    }

    private List<CategoryPath> paths() {
        return CategoryPath.all(categories.findByOrderByNameAsc());
    }

    @CanManageProductCategories
    @Transactional(readOnly = true)
    List<CategoryPath> all(Viewer viewer) {
        return paths();
    }

    @CanManageProductCategories
    @Transactional(readOnly = true)
    ProductCategory find(Viewer viewer, long id) {
        return categories.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageProductCategories
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, SaveProductCategory input, long exceptId) {
        return categories.findByOrderByNameAsc().stream()
                .anyMatch(other -> other.getId() != exceptId
                        && Objects.equals(other.getParentId(), input.parentId())
                        && other.getName().equalsIgnoreCase(input.name().strip()));
    }

    @CanManageProductCategories
    @Transactional
    void create(Viewer viewer, SaveProductCategory input) {
        categories.save(new ProductCategory(input, clock));
    }

    @CanManageProductCategories
    @Transactional
    void update(Viewer viewer, long id, SaveProductCategory input) {
        ProductCategory category = find(viewer, id);
        EditConflict.refuseStale(ProductCategory.class, id, input.version(), category.getVersion());
        category.change(input, clock);
    }
}

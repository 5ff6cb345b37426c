package org.triviumcrm.support.category;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The categories of articles. */
@Service
public class CategoryService {

    private final CategoryRepository categories;
    private final CategoryReadRepository readings;
    private final Clock clock;

    CategoryService(CategoryRepository categories, CategoryReadRepository readings, Clock clock) {
        this.categories = categories;
        this.readings = readings;
        this.clock = clock;
    }

    /** Those that an article can be filed under, and the present one. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, @Nullable Long present) {
        return readings.tree().stream()
                .filter(row -> row.active() || present != null && present == row.id())
                .map(row -> new Option(row.id(), row.label()))
                .toList();
    }

    /** Whether an article can be filed under it. */
    @SignedIn
    @Transactional(readOnly = true)
    public boolean exists(Viewer viewer, long id) {
        return categories.existsById(id);
    }

    @CanManageCategories
    @Transactional(readOnly = true)
    List<CategoryRow> all(Viewer viewer) {
        return readings.tree();
    }

    @CanManageCategories
    @Transactional(readOnly = true)
    ArticleCategory find(Viewer viewer, long id) {
        return categories.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageCategories
    @Transactional(readOnly = true)
    SaveCategory proposed(Viewer viewer) {
        return SaveCategory.proposed(categories.lastPosition() + 1);
    }

    /** What one can stand below: those at the top, itself left out. */
    @CanManageCategories
    @Transactional(readOnly = true)
    List<Option> tops(Viewer viewer, long exceptId) {
        return categories.findByParentIdIsNullOrderByPositionAscIdAsc().stream()
                .filter(top -> top.getId() != exceptId)
                .map(top -> new Option(top.getId(), top.getName()))
                .toList();
    }

    /** Whether it would make a third level, or a circle. @param id of the category, 0 for a new one */
    @CanManageCategories
    @Transactional(readOnly = true)
    boolean isTooDeep(Viewer viewer, long id, @Nullable Long parentId) {
        if (parentId == null) {
            return false;
        }
        boolean top = parentId != id
                && categories
                        .findById(parentId)
                        .filter(parent -> parent.getParentId() == null)
                        .isPresent();
        return !top || id != 0 && categories.existsByParentId(id);
    }

    @CanManageCategories
    @Transactional
    long create(Viewer viewer, SaveCategory input) {
        return categories
                .saveAndFlush(new ArticleCategory(input, clock.instant()))
                .getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageCategories
    @Transactional
    void update(Viewer viewer, long id, SaveCategory input) {
        ArticleCategory category = find(viewer, id);
        EditConflict.refuseStale(ArticleCategory.class, id, input.version(), category.getVersion());
        category.change(input, clock.instant());
    }
}

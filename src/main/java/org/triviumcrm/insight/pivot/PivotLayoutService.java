package org.triviumcrm.insight.pivot;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.KeptQueries;
import org.triviumcrm.shared.list.KeptQueries.Kept;
import org.triviumcrm.shared.list.NameTaken;
import org.triviumcrm.shared.list.SaveView;
import org.triviumcrm.shared.list.SavedViewService;

/** Layouts of the cross analysis, for whoever may see it. */
@Service
class PivotLayoutService {

    private static final String NOUN = "sales-pivot";

    private final KeptQueries layouts;

    PivotLayoutService(KeptQueries layouts) {
        this.layouts = layouts;
    }

    /** The own ones and what others share, by name. */
    @CanCutSales
    @Transactional(readOnly = true)
    public List<Kept> of(Viewer viewer) {
        return layouts.of(NOUN, viewer);
    }

    /** Where the page shows one, all that it keeps in the address; the bare page where the viewer has none of that number. */
    @CanCutSales
    @Transactional(readOnly = true)
    public String address(Viewer viewer, long id) {
        return of(viewer).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .map(one -> PivotFilter.PATH + "?" + one.query() + "&layout=" + id)
                .orElse(PivotFilter.PATH);
    }

    /** Whether they may also be kept for everyone. */
    @CanCutSales
    public boolean mayShare(Viewer viewer) {
        return viewer.can(SavedViewService.SHARE);
    }

    /**
     * Keeps one.
     *
     * @throws NameTaken when the viewer has one of that name
     */
    @CanCutSales
    @Transactional(noRollbackFor = NameTaken.class)
    public long save(Viewer viewer, SaveView input) {
        return layouts.save(NOUN, viewer, input);
    }

    @CanCutSales
    @Transactional
    public void delete(Viewer viewer, long id) {
        layouts.delete(NOUN, viewer, id);
    }
}

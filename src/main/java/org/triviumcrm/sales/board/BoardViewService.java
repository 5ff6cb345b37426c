package org.triviumcrm.sales.board;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.KeptQueries;
import org.triviumcrm.shared.list.KeptQueries.Kept;
import org.triviumcrm.shared.list.NameTaken;
import org.triviumcrm.shared.list.SaveView;
import org.triviumcrm.shared.list.SavedViewService;

/** What boards show under a name, for whoever may see them. */
@Service
class BoardViewService {

    private static final String NOUN = "sales-board";

    private final KeptQueries views;

    BoardViewService(KeptQueries views) {
        this.views = views;
    }

    /** The own ones and what others share, by name. */
    @CanViewBoard
    @Transactional(readOnly = true)
    public List<Kept> of(Viewer viewer) {
        return views.of(NOUN, viewer);
    }

    /** Where the board shows what a view keeps; the whole board for one that is not there. */
    @CanViewBoard
    @Transactional(readOnly = true)
    public String address(Viewer viewer, long id) {
        return of(viewer).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .map(one -> "/sales/board?" + one.query() + "&view=" + id)
                .orElse("/sales/board");
    }

    /** Whether they may also be kept for everyone. */
    @CanViewBoard
    public boolean mayShare(Viewer viewer) {
        return viewer.can(SavedViewService.SHARE);
    }

    /**
     * Keeps one.
     *
     * @throws NameTaken when the viewer has one of that name
     */
    @CanViewBoard
    @Transactional(noRollbackFor = NameTaken.class)
    public long save(Viewer viewer, SaveView input) {
        return views.save(NOUN, viewer, input);
    }

    /** Keeps the board as it stands in place of what the view kept. @return false for a stranger's, which stays, and for what is gone */
    @CanViewBoard
    @Transactional
    public boolean overwrite(Viewer viewer, long id, String query) {
        return views.overwrite(NOUN, viewer, id, query);
    }

    @CanViewBoard
    @Transactional
    public void delete(Viewer viewer, long id) {
        views.delete(NOUN, viewer, id);
    }
}

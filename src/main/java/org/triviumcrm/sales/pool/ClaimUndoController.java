package org.triviumcrm.sales.pool;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.CanClaimOpportunities;
import org.triviumcrm.shared.web.NoticeUndo;

/** Giving back in one click what was claimed just now. */
@Controller
class ClaimUndoController {

    private static final String PATH = PoolList.PATH + "/claims/undoing";

    private final ClaimUndoService claims;

    ClaimUndoController(ClaimUndoService claims) {
        this.claims = claims;
    }

    /** The button that a notice about them ends with. */
    static NoticeUndo of(List<TakenRow> claimed) {
        return new NoticeUndo(
                PATH, "sales.pool.undo", claimed.stream().map(TakenRow::id).toList());
    }

    @CanClaimOpportunities
    @PostMapping(PATH)
    String undo(
            @Valid @ModelAttribute("undoing") UndoClaims undoing,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        int back = errors.hasErrors() ? 0 : claims.undo(viewer, undoing.ids());
        if (back > 0) {
            flash.addFlashAttribute("notice", "sales.pool.undone");
            flash.addFlashAttribute("noticeArgument", back);
        }
        if (back == 0 || back < undoing.ids().size()) {
            flash.addFlashAttribute("problem", "sales.pool.error.undo");
        }
        return "redirect:" + PoolList.PATH;
    }
}

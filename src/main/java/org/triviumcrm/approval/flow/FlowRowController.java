package org.triviumcrm.approval.flow;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;

/** Adds, removes and moves rows of a flow's form, and says anew what the form says; nothing is saved. */
@Controller
class FlowRowController {

    private final FlowEditorService editors;

    FlowRowController(FlowEditorService editors) {
        this.editors = editors;
    }

    /**
     * The form again.
     *
     * @param flow its id, 0 for a new one
     * @param act see {@link FlowRows}; anything else only brings the form up to date. Several when some were pressed before the
     *     answer was there
     */
    @CanManageFlows
    @PostMapping("/administration/approvals/rows")
    String rows(
            @RequestParam long flow,
            @RequestParam(required = false) @Nullable List<String> act,
            FlowForm form,
            BindingResult errors,
            HtmxRequest request,
            Viewer viewer,
            Model model) {
        List<String> acts = act == null ? List.of() : act;
        editors.change(viewer, form, acts);
        model.addAttribute("editor", editors.editor(viewer, flow, form));
        if (!request.isHtmxRequest()) {
            return "approval/flow/edit";
        }
        return acts.contains("preview") ? "approval/flow/edit :: preview" : "approval/flow/edit :: designer";
    }
}

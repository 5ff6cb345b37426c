package org.triviumcrm.approval.flow;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.triviumcrm.shared.condition.WholeText;

/** How the forms of flows are read: a single choice is one, also with a comma in it. */
@ControllerAdvice(assignableTypes = {FlowController.class, FlowDraftController.class, FlowRowController.class})
class FlowBinding {

    @InitBinder("flowForm")
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(String[].class, new WholeText());
    }
}

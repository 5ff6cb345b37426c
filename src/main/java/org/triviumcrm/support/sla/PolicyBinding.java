package org.triviumcrm.support.sla;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.triviumcrm.shared.condition.WholeText;

/** How the forms of policies are read. */
@ControllerAdvice(assignableTypes = {PolicyController.class, PolicyRowController.class})
class PolicyBinding {

    @InitBinder("policyForm")
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(String[].class, new WholeText());
    }
}

package org.triviumcrm.approval.flow;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** How the forms of flows are read: a single choice is one, also with a comma in it. */
@ControllerAdvice(assignableTypes = {FlowController.class, FlowDraftController.class, FlowRowController.class})
class FlowBinding {

    @InitBinder("flowForm")
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(String[].class, new Whole());
    }

    private static final class Whole extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(text.isEmpty() ? new String[0] : new String[] {text});
        }

        /** None: the choices are compared one by one. */
        @Override
        public @Nullable String getAsText() {
            return null;
        }
    }
}

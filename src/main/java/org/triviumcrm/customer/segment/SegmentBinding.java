package org.triviumcrm.customer.segment;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.triviumcrm.shared.condition.WholeText;

/** How the forms of segments are read. */
@ControllerAdvice(assignableTypes = {SegmentController.class, SegmentRowController.class})
class SegmentBinding {

    @InitBinder("segmentForm")
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(String[].class, new WholeText());
    }
}

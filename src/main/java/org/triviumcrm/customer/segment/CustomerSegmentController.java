package org.triviumcrm.customer.segment;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;

/** The segments that a customer belongs to, as a panel of its page. */
@Controller
class CustomerSegmentController implements CustomerPanel {

    private final SegmentService segments;

    CustomerSegmentController(SegmentService segments) {
        this.segments = segments;
    }

    @Override
    public String key() {
        return "segments";
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("customer.segment.view");
    }

    @Override
    public String url(long customerId) {
        return "/customers/" + customerId + "/segments";
    }

    @GetMapping("/customers/{customerId:\\d+}/segments")
    String panel(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("segments", segments.of(viewer, customerId));
        return "customer/segment/panel";
    }
}

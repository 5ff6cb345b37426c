package org.triviumcrm.messaging.live;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.triviumcrm.identity.Viewer;

/** Counts for the pages that are open. */
@Controller
class LiveController {

    private final LiveService live;

    LiveController(LiveService live) {
        this.live = live;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Viewer viewer, HttpSession session, HttpServletResponse response) {
        // a proxy that gathers the answer would keep it to the end
        response.setHeader("X-Accel-Buffering", "no");
        return live.stream(viewer, session.getId()).emitter();
    }

    /** For pages whose stream can't be had. */
    @GetMapping("/live/counts")
    @ResponseBody
    Map<String, Long> counts(Viewer viewer) {
        return live.counts(viewer);
    }
}

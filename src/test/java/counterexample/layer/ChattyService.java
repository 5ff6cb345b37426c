package counterexample.layer;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Knows its page, and talks to the database itself; asks for no permission. */
@Service
public class ChattyService {

    private final JdbcClient database;

    ChattyService(JdbcClient database) {
        this.database = database;
    }

    public String answer(HttpServletRequest request) {
        return GreedyController.class + request.getRequestURI() + database;
    }
}

package counterexample.layer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Lets everybody write into it, looks at the clock on the wall, and knows its repository. */
@Entity
public class OpenEntity {

    @Id
    private Long id;

    private Instant closedAt;

    public void setClosedAt(Instant closedAt) {
        this.closedAt = closedAt;
    }

    public void close() {
        closedAt = Instant.now();
        new ForgetfulRepository().read();
    }

    public Long getId() {
        return id;
    }

    public Instant getClosedAt() {
        return closedAt;
    }
}

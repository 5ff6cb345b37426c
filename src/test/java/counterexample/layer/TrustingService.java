package counterexample.layer;

import org.springframework.stereotype.Service;
import org.triviumcrm.identity.SignedIn;

/** Names a permission, and takes nobody who could have it. */
@Service
public class TrustingService {

    @SignedIn
    public void change(long id) {}
}

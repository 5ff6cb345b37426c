package counterexample.layer;

import org.springframework.stereotype.Controller;

/** A controller that nobody finds by its name. */
@Controller
public class MisnamedPage {}

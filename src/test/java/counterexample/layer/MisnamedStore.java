package counterexample.layer;

import org.springframework.stereotype.Repository;

/** A repository that no rule about repositories would find. */
@Repository
public class MisnamedStore {}

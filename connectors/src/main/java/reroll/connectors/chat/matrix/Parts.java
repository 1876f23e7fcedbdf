package reroll.connectors.chat.matrix;

import java.net.URI;
import reroll.connectors.chat.ChatHome;

/** What a chat at a homeserver is made of, put together. Immutable. */
record Parts(
    MatrixSettings settings,
    Wire wire,
    Discovery discovery,
    Session session,
    Homeserver server,
    Memory memory,
    Troubles troubles,
    Rooms rooms,
    Poster poster,
    RoomWork work) {

  static Parts of(MatrixSettings settings, ChatHome home, Patience patience) {
    Wire wire = new Wire(settings.server(), home.http(), patience.answer());
    SavedTokens saved = new SavedTokens(settings, new Place(home.folder().resolve("session.json")));
    Session session = new Session(settings, wire, saved, home.clock());
    Discovery discovery = new Discovery(settings, home.http());
    Homeserver server = new Homeserver(wire, session);
    Memory memory = new Memory(new Place(home.folder().resolve("place.json")));
    Troubles troubles = new Troubles();
    Rooms rooms = new Rooms(settings, server, memory, troubles);
    Poster poster = new Poster(server, rooms);
    RoomWork work = new RoomWork(settings, server, rooms, memory, poster, troubles);
    return new Parts(
        settings, wire, discovery, session, server, memory, troubles, rooms, poster, work);
  }

  /** The server as messages name it. */
  URI place() {
    return settings.server();
  }
}

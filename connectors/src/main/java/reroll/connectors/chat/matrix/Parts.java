package reroll.connectors.chat.matrix;

import java.net.URI;
import reroll.connectors.chat.ChatHome;
import reroll.connectors.http.Http;

/** What a chat at a homeserver is made of, put together. Immutable. */
record Parts(
    MatrixSettings settings,
    Http http,
    Wire wire,
    Session session,
    Homeserver server,
    Memory memory,
    Troubles troubles,
    Rooms rooms,
    Poster poster,
    RoomWork work) {

  static Parts of(MatrixSettings settings, ChatHome home) {
    Wire wire = new Wire(settings.server(), home.http());
    Session session = new Session(settings, wire, new Place(home.folder().resolve("session.json")));
    Homeserver server = new Homeserver(wire, session);
    Memory memory = new Memory(new Place(home.folder().resolve("place.json")));
    Troubles troubles = new Troubles();
    Rooms rooms = new Rooms(settings, server, memory, troubles);
    Poster poster = new Poster(server, rooms);
    RoomWork work = new RoomWork(settings, server, rooms, memory, poster, troubles);
    return new Parts(
        settings, home.http(), wire, session, server, memory, troubles, rooms, poster, work);
  }

  /** The server as messages name it. */
  URI place() {
    return settings.server();
  }
}
